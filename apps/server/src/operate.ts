import { compose } from "./compose.ts";
import { readEnv } from "./env.ts";
import { runJobCommand } from "./kernel/job-command.ts";
import { orSayWhy } from "./start-fault.ts";

/** The operator's hand on the queue and the audit: `failed`, `retry 12 13`, `queue`, `audit`. */
await orSayWhy(async () => {
  const app = await compose({ ...readEnv(), LOG_LEVEL: "error" }, "operator");
  try {
    const actor = { kind: "system", name: "operator" } as const;
    const ctx = app.ctxFor({ actor, requestId: "operator", log: app.log });
    process.stdout.write(`${await runJobCommand(ctx, process.argv.slice(2))}\n`);
  } finally {
    await app.close();
  }
});

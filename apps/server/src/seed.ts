import { compose } from "./compose.ts";
import { readEnv } from "./env.ts";
import { isOwnMachine } from "./http/local-only.ts";
import { StartError } from "./kernel/errors.ts";
import { adminEmail } from "./seed/people.ts";
import { sow } from "./seed/sow.ts";
import { orSayWhy } from "./start-fault.ts";

/** A small living library for somebody's own machine. A second run finds everything done and changes nothing. */
await orSayWhy(async () => {
  const env = readEnv();
  const app = await compose({ ...env, ADMIN_EMAILS: [...env.ADMIN_EMAILS, adminEmail], LOG_LEVEL: "error" }, "seed");
  try {
    if (!isOwnMachine(app.local))
      throw new StartError("The library is sown into an embedded database that only this machine reaches.");
    const actor = { kind: "system", name: "seed" } as const;
    await sow(app.ctxFor({ actor, requestId: "seed", log: app.log }), app.metrics);
  } finally {
    await app.close();
  }
});

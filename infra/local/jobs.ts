import { spawnSync } from "node:child_process";
import { borrowEmbedded } from "./borrow.ts";
import { bringUpToDate } from "./database.ts";
import { run } from "./fault.ts";
import { assertWritable, checkout, homeOf } from "./home.ts";
import { keysFor } from "./keys.ts";

/** The operator's commands on the database that `npm start` uses: `npm run jobs -- failed`. */
await run(async () => {
  const home = homeOf(process.env);
  assertWritable(home);
  const env = { ...process.env, ...keysFor(home, process.env), MUEJAM_HOME: home.folder };
  if (process.env["DATABASE_URL"]) return operate(env);
  const { urls, giveBack } = await borrowEmbedded(home, "jobs");
  try {
    await bringUpToDate(urls, true);
    return operate({ ...env, ...urls });
  } finally {
    await giveBack();
  }
});

function operate(env: NodeJS.ProcessEnv): number {
  const args = ["apps/server/src/operate.ts", ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { cwd: checkout, env, stdio: "inherit" }).status ?? 1;
}

import { report, runInOrder, runSideBySide } from "./run-steps.ts";
import { stepsOf } from "./steps.ts";
import { withTestDatabase } from "./test-database.ts";

const startedAt = performance.now();
process.exitCode = (await verify(process.argv.includes("--static"))) ? 0 : 1;
console.log(
  `${process.exitCode === 0 ? "Green" : "Red"} after ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`,
);

/** What only reads files answers in seconds, so it goes first; nothing is started while it is red. */
async function verify(isStaticOnly: boolean): Promise<boolean> {
  if (!report(await runSideBySide(stepsOf("static")))) return false;
  if (isStaticOnly) return true;
  return withTestDatabase(async (env) => report(await runInOrder(stepsOf("workspace", "database", "build"), env)));
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listenForEnd } from "../local/signals.ts";
import { startTestServices } from "../local/test-services.ts";
import { report, runInOrder, runSideBySide } from "./run-steps.ts";
import { stepsOf } from "./steps.ts";

const startedAt = performance.now();
const isGreen = await verify(process.argv.includes("--static"));
console.log(`${isGreen ? "Green" : "Red"} after ${((performance.now() - startedAt) / 1000).toFixed(0)} s.`);
process.exit(isGreen ? 0 : 1);

/** What only reads files answers in seconds, so it goes first; nothing is started while it is red. */
async function verify(isStaticOnly: boolean): Promise<boolean> {
  const { signal } = listenForEnd();
  if (!report(await runInOrder(stepsOf("prepare"), { env: process.env, signal }))) return false;
  if (!report(await runSideBySide(stepsOf("static"), { env: process.env, signal }))) return false;
  if (isStaticOnly) return true;
  const folder = mkdtempSync(join(tmpdir(), "muejam-verify-"));
  const services = await startTestServices(folder, process.env);
  try {
    const env = { ...process.env, ...services.env, MUEJAM_VERIFY: "1" };
    return report(await runInOrder(stepsOf("workspace", "database", "build"), { env, signal }));
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

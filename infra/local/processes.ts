import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "./fault.ts";
import { startedAt } from "./identity.ts";

/** False when the condition did not come true in time. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(30))
    if (await condition()) return true;
  return await condition();
}

export const isGone = (pid: number): boolean => startedAt(pid) === null;

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

/** Fast and clean; a server that does not listen to that is stopped at once and recovers at its next start. */
export async function endPostmaster(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await until(() => isGone(pid), 5_000)) return;
  signal(pid, "SIGQUIT");
  await until(() => isGone(pid), 5_000);
}

/** Ends a process of ours, by force after the time it was given. */
export async function endProcess(pid: number, withinMs: number): Promise<void> {
  signal(pid, "SIGTERM");
  if (await until(() => isGone(pid), withinMs)) return;
  signal(pid, "SIGKILL");
  await until(() => isGone(pid), 1_000);
}

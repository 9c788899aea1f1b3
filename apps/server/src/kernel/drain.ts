import type { Logger } from "./log.ts";

export type DrainStep = { name: string; run: () => unknown };

const DEADLINE_MS = 9000;

/**
 * Runs the steps once, in order, on the first signal, and ends the process.
 * A step that hangs is not waited for beyond the deadline: the orchestrator would kill us anyway, without a word.
 */
export function drainOnSignal(log: Logger, steps: readonly DrainStep[]): (why: string) => void {
  let isDraining = false;
  const drain = (why: string, exitCode = 0) => {
    if (isDraining) return;
    isDraining = true;
    log.info({ why }, "draining");
    setTimeout(() => end(1, "drain deadline passed"), DEADLINE_MS).unref();
    void runAll(log, steps).then((areFine) => end(areFine ? exitCode : 1, "drained"));
  };
  const end = (code: number, message: string) => {
    log.info({ code }, message);
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => drain(signal));
  return (why) => drain(why, 1);
}

async function runAll(log: Logger, steps: readonly DrainStep[]): Promise<boolean> {
  let areFine = true;
  for (const step of steps) {
    try {
      await step.run();
    } catch (err) {
      areFine = false;
      log.error({ err, step: step.name }, "drain step failed");
    }
  }
  return areFine;
}

import { spawn } from "node:child_process";
import type { Step } from "./steps.ts";

export type Outcome = { name: string; isGreen: boolean; ms: number; output: string };

/** Side by side, so that one run shows everything there is to mend. */
export function runSideBySide(steps: readonly Step[]): Promise<Outcome[]> {
  return Promise.all(steps.map((step) => runStep(step)));
}

/** One after the other, ending at the first red one: what follows would stand on it. */
export async function runInOrder(steps: readonly Step[], env: NodeJS.ProcessEnv = process.env): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const outcome = await runStep(step, env);
    outcomes.push(outcome);
    if (!outcome.isGreen) break;
  }
  return outcomes;
}

/** True when all are green. What a green step printed is noise; its last line may be a figure worth reading. */
export function report(outcomes: readonly Outcome[]): boolean {
  for (const { name, isGreen, ms, output } of outcomes) {
    const lastLine = output.trimEnd().split("\n").at(-1) ?? "";
    const figure = isGreen && lastLine.length < 100 ? lastLine : "";
    console.log(
      `${isGreen ? "✓" : "✗"} ${name.padEnd(20)} ${(ms / 1000).toFixed(1).padStart(5)} s  ${figure}`.trimEnd(),
    );
  }
  const red = outcomes.filter(({ isGreen }) => !isGreen);
  for (const { name, output } of red) console.log(`\n── ${name}\n${output.trimEnd()}`);
  return red.length === 0;
}

function runStep({ name, command }: Step, env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const [program = "", ...args] = command;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const settle = (isGreen: boolean) => resolve({ name, isGreen, ms: performance.now() - startedAt, output });
    child.stdout.on("data", (chunk: Buffer) => (output += chunk));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", (error) => {
      output += error.message;
      settle(false);
    });
    child.once("close", (code) => settle(code === 0));
  });
}

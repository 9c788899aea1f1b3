import { spawn } from "node:child_process";
import type { Step } from "./steps.ts";

export type Outcome = { name: string; isGreen: boolean; ms: number; output: string };

const linesShownMax = 150;

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
  for (const { name, output } of red) console.log(`\n── ${name}\n${shorten(output)}`);
  return red.length === 0;
}

function shorten(output: string): string {
  const lines = output.trimEnd().split("\n");
  const rest = lines.length - linesShownMax;
  return rest <= 0 ? lines.join("\n") : [...lines.slice(0, linesShownMax), `… and ${rest} more lines`].join("\n");
}

function runStep({ name, command }: Step, env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const [program = "", ...args] = command;
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const settle = (isGreen: boolean) => resolve({ name, isGreen, ms: performance.now() - startedAt, output });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        output += chunk;
      });
    child.once("error", (error) => {
      output += error.message;
      settle(false);
    });
    child.once("close", (code) => settle(code === 0));
  });
}

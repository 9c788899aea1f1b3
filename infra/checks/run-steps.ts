import { execute, type Surroundings } from "../local/step.ts";
import type { Step } from "./steps.ts";

export type Outcome = { name: string; isGreen: boolean; ms: number; output: string };

const linesShownMax = 150;

/** Side by side, so that one run shows everything there is to mend. */
export function runSideBySide(steps: readonly Step[], surroundings: Surroundings): Promise<Outcome[]> {
  return Promise.all(steps.map((step) => runStep(step, surroundings)));
}

/** One after the other, ending at the first red one: what follows would stand on it. */
export async function runInOrder(steps: readonly Step[], surroundings: Surroundings): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const outcome = await runStep(step, surroundings);
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

async function runStep({ name, command }: Step, surroundings: Surroundings): Promise<Outcome> {
  const { code, output, ms } = await execute(command, surroundings);
  return { name, isGreen: code === 0, ms, output };
}

function shorten(output: string): string {
  const lines = output.split("\n");
  const rest = lines.length - linesShownMax;
  return rest <= 0 ? output : [...lines.slice(0, linesShownMax), `… and ${rest} more lines`].join("\n");
}

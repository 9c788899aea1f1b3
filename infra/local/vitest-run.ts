import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { execute, printStep, type TestRun } from "./step.ts";
import { type Report, type Tally, tallyOf } from "./tally.ts";

export async function runVitest(run: TestRun): Promise<Tally> {
  const file = join(run.folder, "vitest.json");
  rmSync(file, { force: true });
  const command = [
    "vitest",
    "run",
    "--config",
    "infra/checks/vitest.config.ts",
    ...(run.isDeep ? ["--mode", "deep"] : []),
  ];
  const reporters = ["--reporter=default", "--reporter=./infra/local/vitest-reporter.ts"];
  const outcome = await execute([...command, ...reporters], {
    ...run,
    env: { ...run.env, TALLY_FILE: file },
    limitSeconds: run.isDeep ? 1_800 : 900,
  });
  printStep("vitest", outcome);
  return tallyOf("vitest", readReport(file), outcome.code);
}

function readReport(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}

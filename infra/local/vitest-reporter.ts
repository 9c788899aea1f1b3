import { writeFileSync } from "node:fs";
import type { TestModule } from "vitest/node";
import type { Report } from "./tally.ts";

/**
 * Vitest's own JSON report knows neither why a test was skipped nor what failed outside of tests.
 * It loads a reporter by its default export and calls it with `new`.
 */
export default function TallyReporter() {
  return {
    onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { message: string }[]): void {
      const file = process.env["TALLY_FILE"];
      if (file) writeFileSync(file, JSON.stringify(reportOf(modules, unhandled)));
    },
  };
}

function reportOf(modules: readonly TestModule[], unhandled: readonly { message: string }[]): Report {
  const report = {
    passed: 0,
    failures: unhandled.map(({ message }) => `outside of any test: ${message}`),
    skips: [] as string[],
  };
  for (const module of modules) {
    // A hook that fails leaves its tests looking merely skipped.
    for (const suite of [module, ...module.children.allSuites()])
      if (suite.errors().length > 0)
        report.failures.push(`${nameOf(module)} ${"fullName" in suite ? suite.fullName : ""} does not run`);
    for (const test of module.children.allTests()) {
      const result = test.result();
      const name = `${nameOf(module)}: ${test.fullName}`;
      if (result.state === "passed") report.passed += 1;
      else if (result.state === "skipped") report.skips.push(`${name}${result.note ? ` (${result.note})` : ""}`);
      else report.failures.push(name);
    }
  }
  return report;
}

const nameOf = (module: TestModule): string => module.relativeModuleId;

import type { Report } from "./tally.ts";

type PlaywrightTest = { status: string; projectName: string; annotations: { type: string; description?: string }[] };
type Suite = { title: string; suites?: Suite[]; specs: { title: string; tests: PlaywrightTest[] }[] };
export type PlaywrightReport = { suites: Suite[]; errors: { message?: string }[] };

/** A test that only passes at its second try has failed. */
export function reportOfJourneys({ suites, errors }: PlaywrightReport): Report {
  const report = {
    passed: 0,
    failures: errors.map(({ message }) => `outside of any journey: ${message}`),
    skips: [] as string[],
  };
  for (const { name, test } of suites.flatMap((suite) => testsIn(suite, ""))) {
    if (test.status === "expected") report.passed += 1;
    else if (test.status === "skipped") report.skips.push(`${name}${reasonOf(test)}`);
    else report.failures.push(`${name} (${test.status})`);
  }
  return report;
}

function testsIn(suite: Suite, path: string): { name: string; test: PlaywrightTest }[] {
  const here = path ? `${path} › ${suite.title}` : suite.title;
  const own = suite.specs.flatMap(({ title, tests }) => tests.map((test) => ({ name: `${here}: ${title}`, test })));
  return own.concat((suite.suites ?? []).flatMap((inner) => testsIn(inner, here)));
}

function reasonOf({ annotations }: PlaywrightTest): string {
  const reason = annotations.find(({ type, description }) => type === "skip" && description)?.description;
  return reason ? ` (${reason})` : "";
}

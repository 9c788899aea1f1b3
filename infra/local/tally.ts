/** What one runner did. A fault that belongs to no test (a crash, a file that does not load) counts as one failed. */
export type Tally = { runner: string; passed: number; failures: readonly string[]; skips: readonly string[] };

export type Report = Omit<Tally, "runner">;

/** A runner that ended badly without naming a failure, or ran nothing at all, has failed once. */
export function tallyOf(runner: string, report: Report | null, code: number): Tally {
  if (!report) return { runner, passed: 0, failures: [`${runner} ended without a report (exit ${code})`], skips: [] };
  const failures = [...report.failures];
  if (failures.length === 0 && code !== 0) failures.push(`${runner} ended with exit ${code}`);
  if (failures.length === 0 && report.passed === 0) failures.push(`${runner} ran nothing`);
  return { runner, passed: report.passed, failures, skips: report.skips };
}

/** The closing table; its last line is the true sum. */
export function summarise(tallies: readonly Tally[]): { text: string; isGreen: boolean } {
  const skips = tallies.flatMap(({ skips }) => skips);
  const failures = tallies.flatMap(({ failures }) => failures);
  const rows = tallies.map((tally) => `  ${tally.runner.padEnd(10)} ${sum([tally])}`);
  const text = ["", ...rows, ...list("Failed", failures), ...list("Skipped", skips), "", sum(tallies)].join("\n");
  return { text, isGreen: failures.length === 0 && tallies.some(({ passed }) => passed > 0) };
}

function sum(tallies: readonly Tally[]): string {
  const total = (count: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + count(tally), 0);
  return `${total((t) => t.passed)} passed, ${total((t) => t.failures.length)} failed, ${total((t) => t.skips.length)} skipped`;
}

function list(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : ["", `  ${title}`, ...entries.map((entry) => `  - ${entry}`)];
}

import { expect, test } from "vitest";
import { reportOfJourneys } from "./journeys-report.ts";
import { summarise, tallyOf } from "./tally.ts";

const lastLine = (...tallies: Parameters<typeof summarise>[0]): string | undefined =>
  summarise(tallies).text.split("\n").at(-1);

test("the last line is the sum of all runners", () => {
  const checks = tallyOf("checks", { passed: 9, failures: [], skips: [] }, 0);
  const vitest = tallyOf(
    "vitest",
    { passed: 120, failures: ["a.test.ts: one"], skips: ["b.test.ts: two (no redis-server)"] },
    1,
  );
  expect(lastLine(checks, vitest)).toBe("129 passed, 1 failed, 1 skipped");
  expect(summarise([checks, vitest]).text).toContain("b.test.ts: two (no redis-server)");
  expect(summarise([checks, vitest]).isGreen).toBe(false);
  expect(summarise([checks]).isGreen).toBe(true);
});

test.each([
  ["a crash without a report", null, 134],
  ["a bad end without a failed test", { passed: 5, failures: [], skips: [] }, 1],
  ["a runner that ran nothing", { passed: 0, failures: [], skips: ["all of it"] }, 0],
])("%s counts as one failed", (_, report, code) => {
  expect(tallyOf("vitest", report, code).failures).toHaveLength(1);
});

test("no runner at all is not green", () => {
  expect(summarise([]).isGreen).toBe(false);
});

test("journeys are counted with their reasons, and a second try is a failure", () => {
  const annotations = [{ type: "skip", description: "needs a camera" }];
  const tests = ["expected", "skipped", "flaky", "unexpected"].map((status) => ({
    status,
    projectName: "",
    annotations,
  }));
  const suites = [
    {
      title: "home.e2e.ts",
      specs: [],
      suites: [{ title: "Home", specs: tests.map((t) => ({ title: t.status, tests: [t] })) }],
    },
  ];
  expect(reportOfJourneys({ suites, errors: [{ message: "no config" }] })).toEqual({
    passed: 1,
    failures: [
      "outside of any journey: no config",
      "home.e2e.ts › Home: flaky (flaky)",
      "home.e2e.ts › Home: unexpected (unexpected)",
    ],
    skips: ["home.e2e.ts › Home: skipped (needs a camera)"],
  });
});

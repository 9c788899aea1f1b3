import type { Component, StatusNow } from "@muejam/contracts/status";
import { expect, test } from "vitest";
import { headlineOf, lookedAt, withReport } from "./summary.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

type Part = { isUp?: boolean; minutesAgo?: number; troubleCount?: number; isUnseen?: boolean };

function status(parts: Partial<Record<Component, Part>>): StatusNow {
  const components: Component[] = ["database", "cache", "jobs"];
  return {
    components: components.map((component) => {
      const { isUp = true, minutesAgo = 1, troubleCount = 0, isUnseen = false } = parts[component] ?? {};
      const checkedAt = new Date(now - minutesAgo * 60_000).toISOString();
      const latest = { id: crypto.randomUUID(), component, checkedAt, isUp, latencyMs: 3 };
      return { component, latest: isUnseen ? null : latest, troubleCount };
    }),
  };
}

test.each<[string, Partial<Record<Component, Part>>]>([
  ["Everything is up", {}],
  ["All up, with 1 report of trouble", { cache: { troubleCount: 1 } }],
  ["All up, with 3 reports of trouble", { cache: { troubleCount: 1 }, jobs: { troubleCount: 2 } }],
  ["The database is down", { database: { isUp: false }, cache: { troubleCount: 4 } }],
  ["The jobs are down", { jobs: { isUp: false } }],
  ["The database and the jobs are down", { database: { isUp: false }, jobs: { isUp: false } }],
  ["Everything is down", { database: { isUp: false }, cache: { isUp: false }, jobs: { isUp: false } }],
  ["Not all was looked at lately", { jobs: { minutesAgo: 11 } }],
  [
    "Nothing was looked at lately",
    { database: { minutesAgo: 11 }, cache: { minutesAgo: 12 }, jobs: { minutesAgo: 11 } },
  ],
  ["Not all was looked at yet", { jobs: { isUnseen: true } }],
  ["Nothing was looked at yet", { database: { isUnseen: true }, cache: { isUnseen: true }, jobs: { isUnseen: true } }],
])("%s", (headline, parts) => {
  expect(headlineOf(status(parts), now)).toBe(headline);
});

test("the last look is that of the part looked at last", () => {
  const seen = status({ database: { minutesAgo: 5 }, cache: { minutesAgo: 2 }, jobs: { isUnseen: true } });
  expect(lookedAt(seen)).toBe(new Date(now - 2 * 60_000).toISOString());
});

test("a report taken back never counts below nought", () => {
  const counts = (seen: StatusNow) => seen.components.map((part) => part.troubleCount);
  expect(counts(withReport(status({ cache: { troubleCount: 2 } }), "cache", 1))).toEqual([0, 3, 0]);
  expect(counts(withReport(status({}), "jobs", -1))).toEqual([0, 0, 0]);
});

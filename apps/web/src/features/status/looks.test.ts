import type { Check, Component } from "@muejam/contracts/status";
import { expect, test } from "vitest";
import { daysOf, looksOf } from "./looks.ts";

const check = (component: Component, checkedAt: string): Check => ({
  id: crypto.randomUUID(),
  component,
  checkedAt,
  isUp: true,
  latencyMs: 1,
});

const checks = [
  check("jobs", "2026-11-20T12:01:00Z"),
  check("database", "2026-11-20T12:01:00Z"),
  check("cache", "2026-11-20T12:00:30Z"),
  check("cache", "2026-11-18T12:00:00Z"),
];

test("checks of one instant are one look", () => {
  const looks = looksOf(checks);
  expect(looks.map((look) => Object.keys(look.checks))).toEqual([["jobs", "database"], ["cache"], ["cache"]]);
});

test("looks are kept by the day, in their order", () => {
  expect(daysOf(looksOf(checks)).map((day) => day.looks.length)).toEqual([2, 1]);
});

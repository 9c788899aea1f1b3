import { expect, test } from "vitest";
import type { Limit } from "../kernel/limits.ts";
import { answersAsReference } from "../test/limits-reference.ts";
import { createMemoryLimits } from "./memory-limits.ts";

const tenAMinute: Limit = { name: "write", limit: 10, windowSeconds: 60 };
const at = (nowMs: number) => ({ now: () => nowMs });

test("any sequence of times and costs is answered as the reference answers it", async () => {
  await expect(answersAsReference((now) => createMemoryLimits({ now }), 500)).resolves.toBeUndefined();
});

test("a batch of ten costs ten", async () => {
  const limits = createMemoryLimits(at(0));
  expect(await limits.take(tenAMinute, "ada", 10)).toEqual({ allowed: true, remaining: 0, retryAfterSeconds: 0 });
  expect(await limits.take(tenAMinute, "ada")).toMatchObject({ allowed: false });
});

test("a call that costs more than the limit is refused and uses nothing up", async () => {
  const limits = createMemoryLimits(at(0));
  expect(await limits.take(tenAMinute, "ada", 11)).toEqual({ allowed: false, remaining: 10, retryAfterSeconds: 60 });
  expect(await limits.take(tenAMinute, "ada", 10)).toMatchObject({ allowed: true });
});

test("what was used fades as the window slides, and not all at once", async () => {
  const clock = { nowMs: 59_000 };
  const limits = createMemoryLimits({ now: () => clock.nowMs });
  await limits.take(tenAMinute, "ada", 10);
  clock.nowMs = 61_000;
  expect(await limits.take(tenAMinute, "ada")).toEqual({ allowed: false, remaining: 0, retryAfterSeconds: 5 });
  clock.nowMs = 66_000;
  expect(await limits.take(tenAMinute, "ada")).toMatchObject({ allowed: true, remaining: 0 });
});

test("people and limits are counted apart", async () => {
  const limits = createMemoryLimits(at(0));
  await limits.take(tenAMinute, "ada", 10);
  expect(await limits.take(tenAMinute, "grace")).toMatchObject({ allowed: true });
  expect(await limits.take({ ...tenAMinute, name: "read" }, "ada")).toMatchObject({ allowed: true });
});

test("it holds no more counters than it may, and forgets the one longest untouched", async () => {
  const limits = createMemoryLimits({ ...at(0), maxEntries: 2 });
  for (const who of ["ada", "grace", "ada", "mary"]) await limits.take(tenAMinute, who, 5);
  expect(await limits.take(tenAMinute, "ada")).toMatchObject({ allowed: false });
  expect(await limits.take(tenAMinute, "grace", 10)).toMatchObject({ allowed: true });
});

import type { Notification } from "@muejam/contracts/notification";
import { expect, test } from "vitest";
import { daysOf } from "./days.ts";

const told = (seq: number, at: string): Notification => ({
  kind: "new-follower",
  id: String(seq),
  seq,
  at,
  isRead: false,
  follower: { id: "f", handle: "bede", displayName: "Bede" },
});

test("what was told on one day stands together, in the order it came", () => {
  const all = [told(3, "2026-11-20T11:00:00Z"), told(2, "2026-11-20T10:00:00Z"), told(1, "2026-11-17T10:00:00Z")];
  expect(daysOf(all).map(({ at, told: some }) => [at, some.map(({ seq }) => seq)])).toEqual([
    ["2026-11-20T11:00:00Z", [3, 2]],
    ["2026-11-17T10:00:00Z", [1]],
  ]);
  expect(daysOf([])).toEqual([]);
});

import { expect, test } from "vitest";
import { nextStamp } from "./render.ts";

const now = new Date("2026-12-01T08:00:00Z");

test("a migration comes after every other, also after one from a clock that is ahead", () => {
  expect(nextStamp(now, [])).toBe("20261201080000");
  expect(nextStamp(now, ["20261120000000_ground", "migration_lock.toml"])).toBe("20261201080000");
  expect(nextStamp(now, ["20261120000000_ground", "20270101000059_ahead"])).toBe("20270101000060");
});

import { expect, test } from "vitest";
import { z } from "zod";
import { newBlockId, newId } from "./ids.ts";

test("ids are what the contracts take, and stand in the order of their time", () => {
  const before = newId();
  expect(z.uuidv7().safeParse(before).success).toBe(true);
  expect(Number.parseInt(before.replace("-", "").slice(0, 12), 16)).toBeCloseTo(Date.now(), -4);
  expect(newBlockId()).toMatch(/^[a-z][a-z0-9]{9}$/);
});

import { expect, test } from "vitest";
import { z } from "zod";
import { randomId, timedId } from "./ids.ts";

test("a timed id is a valid v7 that sorts by its instant", () => {
  const instants = [0, 1, 1_700_000_000_000, 1_700_000_000_001, 4_000_000_000_000];
  const ids = instants.map((instant) => timedId(new Date(instant)));
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});

test("a random id is a v4", () => {
  expect(z.uuidv4().safeParse(randomId()).success).toBe(true);
});

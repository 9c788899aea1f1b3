import { ChapterId } from "@muejam/contracts/story";
import { expect, test } from "vitest";
import { newUuid } from "./uuid.ts";

test("a name is what the contract asks for, another one each time, and later ones come later", () => {
  const names = Array.from({ length: 1000 }, (_, index) => newUuid(1_790_000_000_000 + index));
  for (const name of names) expect(ChapterId.safeParse(name).success, name).toBe(true);
  expect(new Set(names).size).toBe(1000);
  expect([...names].sort()).toEqual(names);
});

import { expect, test } from "vitest";
import { batched } from "./batch.ts";

function asking() {
  const asked: string[][] = [];
  const load = batched(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== "none").map((key) => [key, key.toUpperCase()]));
  });
  return { asked, load };
}

test("keys of one turn are one question, each asked once", async () => {
  const { asked, load } = asking();
  expect(await Promise.all(["a", "b", "a", "none"].map(load))).toEqual(["A", "B", "A", null]);
  expect(asked).toEqual([["a", "b", "none"]]);
});

test("a later key is another question", async () => {
  const { asked, load } = asking();
  await load("a");
  await load("b");
  expect(asked).toEqual([["a"], ["b"]]);
});

test("a question that fails fails whoever asked, and nobody after them", async () => {
  let isBroken = true;
  const load = batched(async (keys) => {
    if (isBroken) throw new Error("away");
    return new Map(keys.map((key) => [key, key]));
  });
  expect(await Promise.allSettled([load("a"), load("b")])).toMatchObject([
    { status: "rejected" },
    { status: "rejected" },
  ]);
  isBroken = false;
  expect(await load("a")).toBe("a");
});

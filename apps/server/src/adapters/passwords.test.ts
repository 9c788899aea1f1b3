import { expect, test } from "vitest";
import { createPasswords } from "./passwords.ts";

const passwords = createPasswords();

test("a password is kept as argon2id with 64 MiB and six passes", async () => {
  const kept = await passwords.hash("a lantern in the rain");
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=6,p=1\$/);
  expect(await passwords.verify(kept, "a lantern in the rain")).toBe(true);
  expect(await passwords.verify(kept, "a lantern in the sun")).toBe(false);
});

test("the same letters typed on another system are the same password", async () => {
  const kept = await passwords.hash("caf\u00e9 in the morning");
  expect(await passwords.verify(kept, "cafe\u0301 in the morning")).toBe(true);
});

test("hashing leaves the event loop free", async () => {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await passwords.hash("a lantern in the rain");
  isDone = true;
  expect(turns).toBeGreaterThan(50);
});

test.each(["password123", "QWERTYUIOP", "1234567890", "ｐａｓｓｗｏｒｄ１２３"])("%s is common", (password) => {
  expect(passwords.isCommon(password)).toBe(true);
});

test("a sentence of one's own is not", () => {
  expect(passwords.isCommon("a lantern in the rain")).toBe(false);
});

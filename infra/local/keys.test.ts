import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Home, homeAt } from "./home.ts";
import { keysFor } from "./keys.ts";

const newHome = (): Home => homeAt(mkdtempSync(join(tmpdir(), "muejam-keys-")));

test("keys are made once, for their owner only", () => {
  const home = newHome();
  const keys = keysFor(home, {});
  expect(Object.keys(keys)).toEqual(["FIELD_KEYS", "CURSOR_KEYS", "SIGNING_KEYS", "TOKEN_KEYS"]);
  for (const key of Object.values(keys)) expect(key).toMatch(/^local:[\w-]{43}$/);
  expect(statSync(home.keys).mode & 0o777).toBe(0o600);
  expect(keysFor(home, {})).toEqual(keys);
});

test("keys of the environment come first", () => {
  expect(Object.keys(keysFor(newHome(), { FIELD_KEYS: "mine" }))).toEqual([
    "CURSOR_KEYS",
    "SIGNING_KEYS",
    "TOKEN_KEYS",
  ]);
});

test("an older installation gets the ring that it lacks, and keeps the others", () => {
  const home = newHome();
  const keys = keysFor(home, {});
  writeFileSync(home.keys, JSON.stringify({ ...keys, TOKEN_KEYS: undefined }));
  const completed = keysFor(home, {});
  expect(completed).toEqual({ ...keys, TOKEN_KEYS: expect.stringMatching(/^local:[\w-]{43}$/) });
  expect(keysFor(home, {})).toEqual(completed);
});

test("production makes no keys", () => {
  const home = newHome();
  expect(keysFor(home, { NODE_ENV: "production" })).toEqual({});
  expect(existsSync(home.keys)).toBe(false);
});

test("keys that data depends on are never replaced", () => {
  const home = newHome();
  mkdirSync(home.postgres);
  expect(() => keysFor(home, {})).toThrow(/keys.json is missing/);
  writeFileSync(home.keys, "{");
  expect(() => keysFor(home, {})).toThrow(/keys.json is damaged/);
});

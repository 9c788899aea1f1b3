import { expect, test } from "vitest";
import { innerPath } from "./inner-path.ts";

test.each([
  ["/", "/"],
  ["/status?component=jobs#now", "/status?component=jobs#now"],
  ["/a/../write", "/write"],
  ["/a?next=//evil.example", "/a?next=//evil.example"],
])("%s stays within", (value, path) => {
  expect(innerPath(value)).toBe(path);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "\t//evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
  7,
  undefined,
])("%j leads nowhere", (value) => {
  expect(innerPath(value)).toBeUndefined();
});

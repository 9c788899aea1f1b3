import { expect, test } from "vitest";
import { assertMayAdd, assertMayRemove } from "./{{name}}.policy.ts";

const actor = { accountId: "mine" };

test("a list has room for a thousand entries", () => {
  expect(() => assertMayAdd(999)).not.toThrow();
  expect(() => assertMayAdd(1000)).toThrow(expect.objectContaining({ code: "FORBIDDEN", params: { max: 1000 } }));
});

test.each([null, { accountId: "theirs" }])("%j is not there to be removed", (owner) => {
  expect(() => assertMayRemove(actor, owner)).toThrow(expect.objectContaining({ code: "NOT_FOUND" }));
});

test("an own entry may be removed", () => {
  expect(() => assertMayRemove(actor, { accountId: "mine" })).not.toThrow();
});

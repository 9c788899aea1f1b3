import { expect, test } from "vitest";
import { assertFound, assertGuarded, assertNotOneself, assertOnlyOne } from "./account.recovery.policy.ts";

test.each([
  ["NOT_FOUND", () => assertFound(null)],
  ["FORBIDDEN", () => assertNotOneself("a", "a")],
  ["SECOND_FACTOR_OFF", () => assertGuarded(false)],
  ["CONFLICT", () => assertOnlyOne(false)],
])("%s", (code, check) => {
  expect(check).toThrow(expect.objectContaining({ code }));
});

test("somebody else, guarded, for whom nothing is under way", () => {
  expect(assertFound("a")).toBe("a");
  for (const check of [() => assertNotOneself("a", "b"), () => assertGuarded(true), () => assertOnlyOne(true)])
    expect(check).not.toThrow();
});

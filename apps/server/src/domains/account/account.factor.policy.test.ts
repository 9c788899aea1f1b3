import { expect, test } from "vitest";
import { assertOwnStep, assertRightCode, assertUnguarded } from "./account.factor.policy.ts";

const refusing = (code: string) => expect.objectContaining({ code });

test("a second factor is set up where there is none", () => {
  expect(() => assertUnguarded(false)).not.toThrow();
  expect(() => assertUnguarded(true)).toThrow(refusing("SECOND_FACTOR_ON"));
});

test("a step is gone on with by who began it", () => {
  const begun = { subject: "ada", secret: "s" };
  expect(assertOwnStep(begun, "ada")).toBe(begun);
  for (const other of [null, { subject: "bab" }])
    expect(() => assertOwnStep(other, "ada")).toThrow(refusing("STEP_EXPIRED"));
});

test("a code is right or wrong", () => {
  expect(() => assertRightCode(true)).not.toThrow();
  expect(() => assertRightCode(false)).toThrow(refusing("CODE_WRONG"));
});

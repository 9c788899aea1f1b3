import { expect, test } from "vitest";
import { assertMayWithdraw } from "./status.policy.ts";

test("a report that counts may be taken back", () => {
  expect(() => assertMayWithdraw({ withdrawnAt: null })).not.toThrow();
});

test.each([
  ["RECEIPT_INVALID", null],
  ["TROUBLE_ALREADY_WITHDRAWN", { withdrawnAt: new Date() }],
])("%s", (code, trouble) => {
  expect(() => assertMayWithdraw(trouble)).toThrow(expect.objectContaining({ code }));
});

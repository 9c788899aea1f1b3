import type { ErrorCode } from "@muejam/contracts/error";
import { expect, test } from "vitest";
import { RefusedError } from "../../lib/errors.ts";
import { judge } from "./verdict.ts";

const refusal = (code: ErrorCode, params = {}) => new RefusedError({ code, message: "No.", requestId: "r", params });

test.each([
  ["DRAFT_CHANGED", "changed"],
  ["SESSION_ENDED", "signed-out"],
  ["SIGN_IN_REQUIRED", "signed-out"],
  ["TOKEN_INVALID", "signed-out"],
  ["FORBIDDEN", "refused"],
  ["CHAPTER_TOO_LARGE", "refused"],
  ["OVERLOADED", "again"],
  ["INTERNAL", "again"],
] as const)("%s is %s", (code, kind) => {
  expect(judge(refusal(code), 0).kind).toBe(kind);
});

test("without an answer it is tried again, ever later, and never later than half a minute", () => {
  const waits = [0, 1, 2, 5, 50].map((failures) => judge(new TypeError("Failed to fetch"), failures));
  expect(waits).toEqual([1000, 2000, 4000, 30_000, 30_000].map((afterMs) => ({ kind: "again", afterMs })));
});

test("a server that names a time is given it", () => {
  expect(judge(refusal("RATE_LIMITED", { retryAfterSeconds: 12 }), 0)).toEqual({ kind: "again", afterMs: 12_000 });
});

import { TRPCClientError } from "@trpc/client";
import { describe, expect, test } from "vitest";
import { appErrorOf, isWorthRetrying, retryDelayMs } from "./errors.ts";

const envelope = (code: string, params?: Record<string, number>) => ({
  code,
  message: "No.",
  requestId: "r1",
  ...(params && { params }),
});
const answered = (app: unknown) =>
  TRPCClientError.from({ error: { code: -32000, message: "No.", data: { code: "CONFLICT", httpStatus: 409, app } } });
const silent = TRPCClientError.from(new TypeError("Failed to fetch"));

describe("appErrorOf", () => {
  test("reads the envelope of a refusal", () => {
    expect(appErrorOf(answered(envelope("RATE_LIMITED")))).toMatchObject({ code: "RATE_LIMITED", requestId: "r1" });
  });

  test.each([
    ["silence", silent],
    ["something that is not ours", answered({ code: 7 })],
    ["a bug of our own", new Error("x")],
  ])("is null for %s", (_name, error) => {
    expect(appErrorOf(error)).toBeNull();
  });
});

describe("isWorthRetrying", () => {
  test.each([
    ["OVERLOADED", true],
    ["TIMED_OUT", true],
    ["RATE_LIMITED", false],
    ["INTERNAL", false],
    ["TROUBLE_ALREADY_REPORTED", false],
  ])("%s: %s", (code, expected) => {
    expect(isWorthRetrying(0, answered(envelope(code)))).toBe(expected);
  });

  test("gives up after two repeats", () => {
    expect(isWorthRetrying(1, answered(envelope("OVERLOADED")))).toBe(true);
    expect(isWorthRetrying(2, answered(envelope("OVERLOADED")))).toBe(false);
  });
});

test("waits as long as the server asks", () => {
  expect(retryDelayMs(0, answered(envelope("OVERLOADED", { retryAfterSeconds: 4 })))).toBe(4000);
  expect(retryDelayMs(2, silent)).toBe(2000);
});

import { ErrorCode, ErrorEnvelope } from "@muejam/contracts/error";
import { expect, test } from "vitest";
import { z } from "zod";
import { wrapError } from "./envelope.ts";
import { AppError, type RefusalCode } from "./errors.ts";

const codes = ErrorCode.options.filter((code): code is RefusalCode => code !== "INTERNAL");

test.each(codes)("%s travels in the envelope with a status and words", (code) => {
  const { status, envelope } = wrapError(new AppError(code, { retryAfterSeconds: 7 }), "r1");
  expect(ErrorEnvelope.parse(envelope)).toMatchObject({ code, requestId: "r1" });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(envelope.message).toMatch(/^[A-Z].*\.$/);
});

test("anything else is a bug that shows nothing but its request id", () => {
  const { status, envelope } = wrapError(new Error("select * from secret at /srv/app.ts"), "r2");
  expect(status).toBe(500);
  expect(JSON.stringify(envelope)).not.toMatch(/select|srv/);
  expect(envelope).toMatchObject({ code: "INTERNAL", requestId: "r2" });
});

test("bad input names the field, the rule and a sentence", () => {
  const Input = z.object({
    title: z.string().min(1).max(3),
    rating: z.enum(["teen", "mature"]),
    words: z.int().max(9),
  });
  const { error } = Input.safeParse({ title: "long title", rating: "x", words: 10, extra: 1 });
  expect(wrapError(error, "r3").envelope.issues).toEqual([
    { path: "title", rule: "too_big", message: "Write at most 3 characters." },
    { path: "rating", rule: "invalid_value", message: "Choose one of: teen, mature." },
    { path: "words", rule: "too_big", message: "Must be at most 9." },
  ]);
});

import type { ErrorParams } from "@muejam/contracts/error";
import type { Context } from "hono";
import { wrapError } from "../kernel/envelope.ts";
import { AppError, type RefusalCode } from "../kernel/errors.ts";
import type { Edge } from "./request.ts";

/** A refusal before any procedure is reached, in the shape its door speaks. */
export function refuse(
  c: Context<Edge>,
  code: RefusalCode,
  params?: ErrorParams,
  headers: Record<string, string> = {},
): Response {
  return answerError(c, new AppError(code, params), headers);
}

export function answerError(c: Context<Edge>, error: unknown, headers: Record<string, string> = {}): Response {
  const { status, envelope } = wrapError(error, c.get("requestId") ?? "");
  const body = c.req.path.startsWith("/trpc/")
    ? { error: { message: envelope.message, code: -32600, data: { httpStatus: status, app: envelope } } }
    : { error: envelope };
  const seconds = envelope.params?.["retryAfterSeconds"];
  const retry = seconds === undefined ? {} : { "retry-after": String(seconds) };
  return Response.json(body, { status, headers: { ...answerHeaders(envelope.requestId), ...retry, ...headers } });
}

/** On every answer that is not a file; what protects its reader is on all of them already. */
export const answerHeaders = (requestId: string): Record<string, string> => ({
  "x-request-id": requestId,
  "cache-control": "private, no-store",
});

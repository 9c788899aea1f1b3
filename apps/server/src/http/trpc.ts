import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import type { Handler } from "hono";
import type { Actor } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import type { Once } from "../kernel/idempotency.ts";
import type { VerifyToken } from "../kernel/identity.ts";
import type { Logger } from "../kernel/log.ts";
import type { Metrics } from "../kernel/metrics.ts";
import type { Streams } from "../kernel/streams.ts";
import { appRouter } from "../rpc/root.ts";
import { requestIds } from "../rpc/trpc.ts";
import { callerOf } from "./caller.ts";
import { answerHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";

export type CallParts = {
  metrics: Metrics;
  streams: Streams;
  ctxFor: (caller: { actor: Actor; requestId: string; log: Logger; once?: Once }) => Ctx;
  signIn: { verifyToken: VerifyToken };
};

export const trpc =
  ({ metrics, streams, ctxFor, signIn }: CallParts): Handler<Edge> =>
  (c) => {
    const requestId = c.get("requestId");
    const ctx = ctxFor({ actor: { kind: "visitor", address: c.get("address") }, requestId, log: c.get("log") });
    const caller = callerOf(ctx, c.req.raw.headers, signIn.verifyToken);
    const idempotencyKey = c.req.header("idempotency-key");
    return fetchRequestHandler({
      endpoint: "/trpc",
      req: c.req.raw,
      router: appRouter,
      maxBatchSize: 10,
      createContext: ({ info }) => ({
        ...ctx,
        call: { ...caller, metrics, streams, idempotencyKey, isBatch: info.calls.length > 1 },
      }),
      responseMeta: ({ errors }) => ({ headers: { ...answerHeaders(requestId), ...retryAfter(errors) } }),
      onError: ({ error }) => requestIds.set(error, requestId),
    });
  };

function retryAfter(errors: readonly Error[]): Record<string, string> {
  const seconds = errors.flatMap(({ cause }) =>
    cause instanceof AppError && cause.code === "RATE_LIMITED"
      ? [Number(cause.params?.["retryAfterSeconds"] ?? 1)]
      : [],
  );
  return seconds.length > 0 ? { "retry-after": String(Math.max(...seconds)) } : {};
}

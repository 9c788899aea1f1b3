import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { actorRef, type Member } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { wrapError } from "../kernel/envelope.ts";
import { AppError } from "../kernel/errors.ts";
import { hashInput, type Once } from "../kernel/idempotency.ts";
import type { Limit } from "../kernel/limits.ts";
import type { Metrics } from "../kernel/metrics.ts";
import { refusals, trpcCodes } from "../kernel/refusals.ts";
import { isTooDeep } from "./input-depth.ts";

/** A call's context: what services see, and what only this file may look at. */
export type CallCtx = Ctx & {
  readonly call: { readonly metrics: Metrics; readonly idempotencyKey: string | undefined; readonly isBatch: boolean };
};

/** What is refused before there is a context is told by its request all the same. */
export const requestIds = new WeakMap<Error, string>();

const t = initTRPC.context<CallCtx>().create({
  errorFormatter: ({ shape, error, ctx }) => {
    const { status, envelope } = wrapError(causeOf(error), ctx?.requestId ?? requestIds.get(error) ?? "");
    return {
      code: shape.code,
      message: envelope.message,
      data: { code: shape.data.code, httpStatus: status, app: envelope },
    };
  },
});

/** Refusals become transport errors here and nowhere else; bugs are logged with their cause. */
const translate = t.middleware(async ({ ctx, path, next }) => {
  const started = performance.now();
  const result = await next();
  const cause = result.ok ? undefined : causeOf(result.error);
  const outcome = result.ok
    ? "ok"
    : cause instanceof AppError
      ? cause.code
      : cause instanceof z.ZodError
        ? "INPUT_INVALID"
        : "INTERNAL";
  ctx.call.metrics.callSeconds.observe({ procedure: path, outcome }, (performance.now() - started) / 1000);
  if (outcome === "INTERNAL") ctx.log.error({ err: cause, procedure: path }, "call failed");
  if (cause instanceof AppError) throw new TRPCError({ code: trpcCodes[refusals[cause.code].status], cause });
  return result;
});

/** Counted per person and procedure, so that a batch of ten costs ten. */
const limit = t.middleware(async ({ ctx, path, type, next }) => {
  const { actor } = ctx;
  if (actor.kind === "system") return next();
  const who = actor.kind === "visitor" ? actor.address : actorRef(actor);
  const rule: Limit =
    type === "mutation"
      ? { name: `write:${path}`, limit: 100, windowSeconds: 60 }
      : { name: `read:${path}`, limit: 600, windowSeconds: 60, memoryOnly: actor.kind === "visitor" };
  const { allowed, retryAfterSeconds } = await ctx.limits.take(rule, who);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
  return next();
});

/** A header can address one call only; hence writes travel alone. */
const once = t.middleware(async ({ ctx, path, type, getRawInput, next }) => {
  if (type !== "mutation") return next();
  if (ctx.call.isBatch) throw new AppError("BATCHED_WRITE");
  const key = ctx.call.idempotencyKey;
  if (key === undefined) return next();
  if (!z.uuid().safeParse(key).success) throw new AppError("IDEMPOTENCY_KEY_INVALID");
  const input = (await getRawInput()) ?? null;
  if (isTooDeep(input)) throw new AppError("INPUT_INVALID");
  const inputHash = hashInput(input);
  const claim: Once = { scope: actorRef(ctx.actor), procedure: path, key, inputHash };
  return next({ ctx: { once: claim } });
});

export const { router, createCallerFactory } = t;

/** Whoever comes, signed in or not. */
export const anyone = t.procedure.use(translate).use(limit).use(once);

/**
 * A signed-in person.
 * @public the base of every domain that people write in
 */
export const member = anyone.use(({ ctx, next }) => {
  if (ctx.actor.kind !== "member") throw new AppError("SIGN_IN_REQUIRED");
  return next({ ctx: { actor: ctx.actor satisfies Member } });
});

/** tRPC's own refusals, said in our codes. */
function causeOf(error: TRPCError): unknown {
  if (error.cause instanceof AppError || error.cause instanceof z.ZodError) return error.cause;
  switch (error.code) {
    case "NOT_FOUND":
      return new AppError("NOT_FOUND");
    case "METHOD_NOT_SUPPORTED":
      return new AppError("METHOD_NOT_ALLOWED");
    case "PAYLOAD_TOO_LARGE":
      return new AppError("TOO_LARGE");
    case "BAD_REQUEST":
    case "PARSE_ERROR":
    case "UNSUPPORTED_MEDIA_TYPE":
      return new AppError("INPUT_INVALID");
    default:
      return error.cause ?? error;
  }
}

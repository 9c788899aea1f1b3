import type { Role, Scope } from "@muejam/contracts/account";
import { initTRPC, TRPCError } from "@trpc/server";
import { z } from "zod";
import { type Actor, actorRef, type Holder } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { wrapError } from "../kernel/envelope.ts";
import { AppError } from "../kernel/errors.ts";
import { hashInput, type Once } from "../kernel/idempotency.ts";
import type { Limit } from "../kernel/limits.ts";
import type { Metrics } from "../kernel/metrics.ts";
import { refusals, trpcCodes } from "../kernel/refusals.ts";
import type { Streams } from "../kernel/streams.ts";
import { isTooDeep } from "./input-depth.ts";

/** How a door learns who stands before it. */
export type Caller = {
  /** Rejects when what was shown at the door does not hold. */
  identify(): Promise<Actor>;
  /** The roles of this very moment; rejects when the session has ended or the key was revoked meanwhile. */
  readStanding(actor: Holder): Promise<readonly Role[]>;
};

/** A call's context: what services see, and what only this file may look at. */
export type CallCtx = Ctx & {
  readonly call: Caller & {
    readonly metrics: Metrics;
    readonly streams: Streams;
    readonly idempotencyKey: string | undefined;
    readonly isBatch: boolean;
  };
};

/** What is refused before there is a context is told by its request all the same. */
export const requestIds = new WeakMap<Error, string>();

/** What sets a procedure apart from all others. */
type Meta = { writesAMinute?: number };

const t = initTRPC
  .context<CallCtx>()
  .meta<Meta>()
  .create({
    // Proxies cut what is silent for a minute. A client that hears nothing for longer than this opens the stream again.
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
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
  if (cause instanceof AppError) throw transportErrorOf(cause);
  return result;
});

export const transportErrorOf = (cause: AppError): TRPCError =>
  new TRPCError({ code: trpcCodes[refusals[cause.code].status], cause });

const identify = t.middleware(async ({ ctx, next }) => next({ ctx: { actor: await ctx.call.identify() } }));

/** Counted per person and procedure, so that a batch of ten costs ten. */
const limit = t.middleware(async ({ ctx, path, type, meta, next }) => {
  const { actor } = ctx;
  if (actor.kind === "system") return next();
  const who = actor.kind === "visitor" ? actor.address : actorRef(actor);
  const rule: Limit =
    type === "mutation"
      ? { name: `write:${path}`, limit: meta?.writesAMinute ?? 100, windowSeconds: 60 }
      : type === "subscription"
        ? { name: `open:${path}`, limit: 100, windowSeconds: 60 }
        : { name: `read:${path}`, limit: 600, windowSeconds: 60, memoryOnly: actor.kind === "visitor" };
  const { allowed, retryAfterSeconds } = await ctx.limits.take(rule, who);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
  return next();
});

/** A header can address one call only; hence writes travel alone. */
const alone = t.middleware(async ({ ctx, type, next }) => {
  if (type === "mutation" && ctx.call.isBatch) throw new AppError("BATCHED_WRITE");
  return next();
});

/** The last to look, since it reads what was sent: a stranger's megabytes are refused unread. */
const once = t.middleware(async ({ ctx, path, type, getRawInput, next }) => {
  if (type !== "mutation") return next();
  const key = ctx.call.idempotencyKey;
  if (key === undefined) return next();
  const named = onceOf(ctx.actor, { procedure: path, key });
  const input = (await getRawInput()) ?? null;
  if (isTooDeep(input)) throw new AppError("INPUT_INVALID");
  const claim: Once = { ...named, inputHash: hashInput(input) };
  return next({ ctx: { once: claim } });
});

export const { router, createCallerFactory } = t;

/** Whoever comes, signed in or not. */
const known = t.procedure.use(translate).use(identify).use(limit).use(alone);
export const anyone = known.use(once);

/** Acts for an account: its owner, or a key whose scope fits, where reading and writing are two scopes. */
const holder = known.use(({ ctx, type, next }) => {
  const actor = holderOf(ctx.actor);
  assertScope(actor, type === "mutation" ? "write" : "read");
  return next({ ctx: { actor } });
});
export const member = holder.use(once);

/** Somebody with a proven address: for whatever others will see. */
export const verified = holder
  .use(({ ctx, next }) => {
    if (!ctx.actor.isEmailVerified) throw new AppError("EMAIL_UNVERIFIED");
    return next();
  })
  .use(once);

/** Signed in, here and now: no key, and no session that was ended, opens the doors to keys and sign-in. */
export const person = known
  .use(async ({ ctx, next }) => {
    const actor = holderOf(ctx.actor);
    if (actor.kind !== "member") throw new AppError("PERSON_REQUIRED");
    await ctx.call.readStanding(actor);
    return next({ ctx: { actor } });
  })
  .use(once);

export const moderator = holding("moderator");
/** @public the base of what two moderators sign */
export const senior = holding("senior");
export const administrator = holding("administrator");

/** Whoever loses a role is refused by the next call: nothing here comes from a token or a cache. */
function holding(role: Role) {
  return known
    .use(async ({ ctx, next }) => {
      const actor = holderOf(ctx.actor);
      assertScope(actor, "moderate");
      const roles = await ctx.call.readStanding(actor);
      if (!roles.some((held) => rank[held] >= rank[role])) throw new AppError("FORBIDDEN");
      return next({ ctx: { actor } });
    })
    .use(once);
}

const rank: Record<Role, number> = { moderator: 1, senior: 2, administrator: 3 };

function holderOf(actor: Actor): Holder {
  if (actor.kind === "member" || actor.kind === "key") return actor;
  throw new AppError("SIGN_IN_REQUIRED");
}

function assertScope(actor: Holder, scope: Scope): void {
  if (actor.kind === "key" && !actor.scopes.includes(scope)) throw new AppError("SCOPE_MISSING", { scope });
}

/** For a door whose body is no input of a procedure. */
export function writerOf(actor: Actor): Holder {
  const holder = holderOf(actor);
  assertScope(holder, "write");
  if (!holder.isEmailVerified) throw new AppError("EMAIL_UNVERIFIED");
  return holder;
}

export function readerOf(actor: Actor): void {
  if (actor.kind === "key") assertScope(actor, "read");
}

export function onceOf(actor: Actor, { procedure, key }: Pick<Once, "procedure" | "key">): Omit<Once, "inputHash"> {
  if (!z.uuid().safeParse(key).success) throw new AppError("IDEMPOTENCY_KEY_INVALID");
  return { scope: scopeOf(actor), procedure, key };
}

/** A repeat as another face is another call. */
const scopeOf = (actor: Actor): string =>
  actor.kind === "member" || actor.kind === "key" ? `${actorRef(actor)}/${actor.profileId}` : actorRef(actor);

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

import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { Ceiling } from "../kernel/ceiling.ts";
import { randomId } from "../kernel/ids.ts";
import type { Limit, Limits } from "../kernel/limits.ts";
import type { Logger } from "../kernel/log.ts";
import type { Metrics } from "../kernel/metrics.ts";
import { addressOf } from "./address.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";

export type EdgeParts = {
  log: Logger;
  metrics: Metrics;
  limits: Limits;
  ceiling: Ceiling;
  trustedProxies: readonly string[];
  allowedOrigins: readonly string[];
  /** Longer than any statement may take, shorter than any proxy waits. */
  answerMs: number;
};

/** Names the request, logs it without its query, and measures it. Never touches a finished answer: that is slow. */
export const trace = ({ log, metrics, trustedProxies }: EdgeParts): MiddlewareHandler<Edge> =>
  createMiddleware(async (c, next) => {
    const started = performance.now();
    const requestId = randomId();
    c.set("requestId", requestId);
    c.header("x-request-id", requestId);
    c.set(
      "address",
      addressOf({
        peer: c.env.incoming.socket.remoteAddress,
        forwarded: c.req.header("x-forwarded-for"),
        trustedProxies,
      }),
    );
    c.set("log", log.child({ requestId }));
    await next();
    const ms = Math.round(performance.now() - started);
    metrics.httpSeconds.observe({ door: doorOf(c.req.path), status: c.res.status }, ms / 1000);
    c.get("log").info({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, "request");
  });

/**
 * What strangers send is small: forms to sign in, and news from those who work for us. A save may hold the longest
 * chapter there is, four million signs of up to three bytes each, which somebody has pasted at once.
 */
export const limitSize: MiddlewareHandler<Edge> = createMiddleware((c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  // A picture is measured as it is read, by the door that knows who sends it.
  if (c.req.path === "/media") return next();
  // A body that does not tell its length is read here; one that does, when it is known who sends it.
  if (c.req.path === "/trpc/draft.save" && c.req.header("content-length") !== undefined) return upTo16MB(c, next);
  return (/^\/(api\/auth|api\/faults|webhooks|verify-email|unsubscribe)(\/|$)/.test(c.req.path) ? upTo64kB : upTo1MB)(
    c,
    next,
  );
});

const upTo = (kB: number) => bodyLimit({ maxSize: kB * 1024, onError: (c) => refuse(c, "TOO_LARGE") });
const [upTo64kB, upTo1MB, upTo16MB] = [upTo(64), upTo(1024), upTo(16 * 1024)];

/** Beyond this many requests at once everybody would wait; better that some are told at once. */
export const holdCeiling = ({ ceiling }: EdgeParts): MiddlewareHandler<Edge> =>
  createMiddleware(async (c, next) => {
    const leave = ceiling.enter(c.get("address"));
    if (!leave) return refuse(c, "OVERLOADED", undefined, { "retry-after": "1" });
    try {
      await next();
    } finally {
      leave();
    }
    return undefined;
  });

const pictureMs = 150_000;

/** Until the answer begins: a stream may then last. Only the slow sending of a picture takes longer than an answer. */
export const limitTime = ({ answerMs }: EdgeParts): MiddlewareHandler<Edge> =>
  createMiddleware(async (c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const isLate = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), c.req.path === "/media" ? pictureMs : answerMs);
    });
    const end = await Promise.race([next(), isLate]);
    clearTimeout(timer);
    if (end !== "late") return undefined;
    // Whoever is sending still is not listened to any longer: as long as the longest picture, they would hold a place.
    return refuse(c, "TIMED_OUT", undefined, { connection: "close" });
  });

const perAddress: Limit = { name: "requests", limit: 3000, windowSeconds: 60, memoryOnly: true };

export const limitAddress = ({ limits }: EdgeParts): MiddlewareHandler<Edge> =>
  createMiddleware(async (c, next) => {
    const { allowed, retryAfterSeconds } = await limits.take(perAddress, c.get("address"));
    if (allowed) return next();
    return refuse(c, "RATE_LIMITED", { retryAfterSeconds });
  });

const doorOf = (path: string): string =>
  /^\/(api|assets|dev|health|media|metrics|trpc|webhooks)\b/.exec(path)?.[1] ?? "page";

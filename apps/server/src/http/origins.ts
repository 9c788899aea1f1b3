import { createMiddleware } from "hono/factory";
import { answerHeaders, refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";

const given = {
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type, idempotency-key, trpc-accept, x-acting-profile",
  "access-control-max-age": "600",
};

/** Other sites' pages may call by name, and only the doors that ask for a token: no answer of ours allows cookies. */
export const allowOrigins = ({ allowedOrigins }: { allowedOrigins: readonly string[] }) =>
  createMiddleware<Edge>(async (c, next) => {
    const origin = c.req.header("origin");
    const isAllowed =
      origin !== undefined && allowedOrigins.includes(origin) && /^\/(trpc\/|media(\/|$))/.test(c.req.path);
    const isPreflight = c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined;
    if (isPreflight && !isAllowed) return refuse(c, "FORBIDDEN");
    if (isAllowed && isPreflight)
      return c.body(null, 204, { ...answerHeaders(c.get("requestId")), ...given, ...allow(origin) });
    await next();
    // A finished answer is slow to change, but callers from elsewhere are few.
    if (isAllowed) for (const [name, value] of Object.entries(allow(origin))) c.header(name, value, { append: true });
    return undefined;
  });

const allow = (origin: string) => ({
  "access-control-allow-origin": origin,
  "access-control-expose-headers": "retry-after, x-request-id",
  // A page elsewhere reads what it was allowed to ask for.
  "cross-origin-resource-policy": "cross-origin",
  vary: "origin",
});

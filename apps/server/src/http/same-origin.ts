import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";

/** Another site's page must not act with the cookies of whoever looks at it. Programs, which send neither header, hold no such cookies. */
export const refuseForeign = (publicUrl: string): MiddlewareHandler<Edge> =>
  createMiddleware(async (c, next) => {
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    const caller = {
      origin: c.req.header("origin"),
      site: c.req.header("sec-fetch-site"),
      host: c.req.header("host"),
    };
    if (!isRead && isForeign(caller, publicUrl)) return refuse(c, "FORBIDDEN");
    return next();
  });

type Caller = { origin: string | undefined; site: string | undefined; host: string | undefined };

function isForeign({ origin, site, host }: Caller, publicUrl: string): boolean {
  if (site !== undefined && site !== "same-origin") return true;
  if (origin === undefined || origin === publicUrl) return false;
  // A developer's machine has several names, and over plain http no cookie that is bound to one of them.
  return publicUrl.startsWith("https:") || origin !== `http://${host}`;
}

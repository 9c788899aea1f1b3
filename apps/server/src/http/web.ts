import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { StartError } from "../kernel/errors.ts";
import { safetyHeaders } from "./refuse.ts";
import type { Edge } from "./request.ts";

/** The built web app: immutable files under /assets, and one page that routes itself. */
export async function web(folder: string): Promise<Hono<Edge>> {
  const page = await readFile(join(folder, "index.html"), "utf8").catch(() => {
    throw new StartError(`The web app is not built: there is no index.html in ${folder}.`);
  });
  const pageHeaders = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": policyFor(page),
    ...safetyHeaders,
  };
  return new Hono<Edge>()
    .use("/assets/*", keepForEver, serveStatic({ root: folder }))
    .get("/assets/*", (c) => c.notFound())
    .get("/:file{[a-z-]+\\.(?:svg|ico|png|txt|webmanifest)}", serveStatic({ root: folder }))
    .get("*", (c) => c.body(page, 200, { ...pageHeaders, "x-request-id": c.get("requestId") }));
}

/** Set before the file is found: the answer takes headers only while it is made. */
const keepForEver = createMiddleware<Edge>(async (c, next) => {
  c.header("cache-control", "public, max-age=31536000, immutable");
  c.header("x-content-type-options", "nosniff");
  await next();
});

/** No nonces, which would make every page unique: the theme script is allowed by its hash. */
function policyFor(page: string): string {
  const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

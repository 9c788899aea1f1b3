import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { StartError } from "../kernel/errors.ts";
import type { Edge } from "./request.ts";

/** The built web app: immutable files under /assets, and one page that routes itself. */
export async function web(folder: string, { lookEveryMs = 1000 } = {}): Promise<Hono<Edge>> {
  const currentPage = await keepPage(join(folder, "index.html"), lookEveryMs).catch(() => {
    throw new StartError(`The web app is not built: there is no index.html in ${folder}.`);
  });
  return new Hono<Edge>()
    .use("/assets/*", keepForEver, serveStatic({ root: folder }))
    .get("/assets/*", (c) => c.notFound())
    .get("/:file{[a-z-]+\\.(?:svg|ico|png|txt|webmanifest)}", keepAnHour, serveStatic({ root: folder }))
    .get("*", async (c) => {
      const { text, headers, etag } = await currentPage();
      const known = c.req.header("if-none-match")?.split(/, */) ?? [];
      const isKnown = known.some((tag) => tag.replace(/^W\//, "") === etag);
      return isKnown ? c.body(null, 304, headers) : c.body(text, 200, headers);
    });
}

type Page = { text: string; etag: string; headers: Record<string, string>; mtimeMs: number };

/** A build under a running server names other assets: the page follows, for a glance at the file's time now and then. */
async function keepPage(file: string, lookEveryMs: number): Promise<() => Promise<Page>> {
  let page = await readPage(file);
  let lookedAt = performance.now();
  return async () => {
    if (performance.now() - lookedAt < lookEveryMs) return page;
    lookedAt = performance.now();
    try {
      if ((await stat(file)).mtimeMs !== page.mtimeMs) page = await readPage(file);
    } catch {
      // Away while it is being built: the old page is better than none.
    }
    return page;
  };
}

async function readPage(file: string): Promise<Page> {
  // The time first: should the file change in between, it is read once more.
  const { mtimeMs } = await stat(file);
  const text = await readFile(file, "utf8");
  const etag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": policyFor(text),
    etag,
  };
  return { text, etag, headers, mtimeMs };
}

/** Set before the file is found: the answer takes headers only while it is made. */
const keepFor = (cacheControl: string) =>
  createMiddleware<Edge>(async (c, next) => {
    c.header("cache-control", cacheControl);
    // A worker lives under the policy of its own file, not under that of the page.
    c.header("content-security-policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    await next();
  });
const [keepForEver, keepAnHour] = [keepFor("public, max-age=31536000, immutable"), keepFor("public, max-age=3600")];

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

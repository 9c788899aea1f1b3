import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { bodyOf } from "./body.ts";
import { openAssetKeeper } from "./kept-assets.ts";
import { createPages, type Page, type PageParts } from "./pages.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { followBuild, type WaysIn, type WebBuild } from "./web-build.ts";

const pathMax = 2048;

export type WebOptions = WaysIn & {
  lookEveryMs?: number;
  bytesMax?: number;
  worker?: "on" | "off";
  /** Where the files of former builds are kept. */
  assetsFolder?: string | undefined;
};

/** The built web app: immutable files under /assets, pages that are the same for all, and one that fills itself. */
export async function web(
  folder: string,
  parts: PageParts,
  { worker = "on", assetsFolder, ...options }: WebOptions = {},
): Promise<Hono<Edge>> {
  const keepAssets = assetsFolder === undefined ? null : openAssetKeeper(join(folder, "client/assets"), assetsFolder);
  const currentBuild = await followBuild(folder, { ...options, ...(keepAssets && { onBuild: keepAssets }) });
  const findPage = createPages(parts, options);
  const files = { root: join(folder, "client"), precompressed: true };
  const workerFile = worker === "on" ? "worker.js" : "worker-removal.js";
  return new Hono<Edge>()
    .use("/assets/*", keepForEver, serveStatic(files), serveFormer(assetsFolder))
    .get("/assets/*", (c) => c.notFound())
    .get("/:file{[a-z\\d-]+\\.(?:svg|ico|png|txt|webmanifest)}", keepAnHour, serveStatic(files))
    .get("/worker.js", keepNever, serveStatic({ ...files, path: workerFile }))
    .get("/build.json", keepNever, async (c) => c.json({ build: (await currentBuild()).name, worker }))
    .get("*", async (c) => {
      if (!isAddress(c.req.url)) return refuse(c, "NOT_FOUND");
      const build = await currentBuild();
      try {
        return await answer(c, build, await findPage(c, build));
      } catch (error) {
        // The browser may still manage, and says so if it does not.
        c.get("log").error({ err: error }, "page not rendered");
        const body = bodyOf(build.fill(build.renderFault(c.get("requestId"))));
        return answer(c, build, { kind: "page", status: 500, body });
      }
    });
}

/** What was built before, for a tab that has been open since then. */
const serveFormer = (folder: string | undefined) =>
  folder === undefined
    ? createMiddleware<Edge>((_c, next) => next())
    : serveStatic({ root: folder, rewriteRequestPath: (path) => path.replace("/assets", ""), precompressed: true });

/** Whatever has an escape that is none is no address of ours. */
function isAddress(url: string): boolean {
  try {
    return url.length <= pathMax && decodeURI(url) !== "";
  } catch {
    return false;
  }
}

async function answer(c: Context<Edge>, build: WebBuild, page: Page): Promise<Response> {
  if (page.kind === "redirect") {
    // Not for ever: what a story is called may change back.
    return c.body(null, 301, { location: page.to, "cache-control": "public, max-age=30" });
  }
  const [status, body] = page.kind === "page" ? [page.status, page.body] : [200, build.shell];
  // What is not there is asked for by other names each time, and not worth the work.
  const { bytes, headers: own } = await body.sentTo(status === 200 ? c.req.header("accept-encoding") : undefined);
  const headers = {
    "x-request-id": c.get("requestId"),
    "content-type": "text/html; charset=utf-8",
    "cache-control": page.kind === "page" && status === 200 ? "public, max-age=0, must-revalidate" : "no-cache",
    "content-security-policy": build.policy,
    ...own,
    ...(status !== 200 && { "x-robots-tag": "noindex" }),
  };
  const known = c.req.header("if-none-match")?.split(/, */) ?? [];
  const isKnown = status === 200 && known.some((tag) => tag.replace(/^W\//, "") === own.etag);
  // Plain headers on an answer of its own go out as they are; through the context they would be copied twice.
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(bytes, { status, headers });
}

/** Set before the file is found: the answer takes headers only while it is made. */
const keepFor = (cacheControl: string) =>
  createMiddleware<Edge>(async (c, next) => {
    c.header("cache-control", cacheControl);
    // A worker lives under the policy of its own file, not under that of the page.
    c.header("content-security-policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    await next();
  });
const keepForEver = keepFor("public, max-age=31536000, immutable");
const [keepAnHour, keepNever] = [keepFor("public, max-age=3600"), keepFor("no-cache")];

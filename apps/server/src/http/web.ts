import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { createPages, etagOf, type Page, type PageParts } from "./pages.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { createSqueezer } from "./squeeze.ts";
import { followBuild, type WebBuild } from "./web-build.ts";

const pathMax = 2048;

/** The built web app: immutable files under /assets, pages that are the same for all, and one that fills itself. */
export async function web(folder: string, parts: PageParts, following?: { lookEveryMs: number }): Promise<Hono<Edge>> {
  const currentBuild = await followBuild(folder, following);
  const findPage = createPages(parts);
  const squeeze = createSqueezer();
  const files = { root: join(folder, "client"), precompressed: true };
  const show = (c: Context<Edge>, build: WebBuild, page: Page) => answer(c, { build, page, squeeze });
  return new Hono<Edge>()
    .use("/assets/*", keepForEver, serveStatic(files))
    .get("/assets/*", (c) => c.notFound())
    .get("/:file{[a-z-]+\\.(?:svg|ico|png|txt|webmanifest)}", keepAnHour, serveStatic(files))
    .get("*", async (c) => {
      if (!isAddress(c.req.url)) return refuse(c, "NOT_FOUND");
      const build = await currentBuild();
      try {
        return await show(c, build, await findPage(c, build));
      } catch (error) {
        // The browser may still manage, and says so if it does not.
        c.get("log").error({ err: error }, "page not rendered");
        return show(c, build, { kind: "shell" });
      }
    });
}

/** Whatever has an escape that is none is no address of ours. */
function isAddress(url: string): boolean {
  try {
    return url.length <= pathMax && decodeURI(url) !== "";
  } catch {
    return false;
  }
}

type Answer = { build: WebBuild; page: Page; squeeze: ReturnType<typeof createSqueezer> };

async function answer(c: Context<Edge>, { build, page, squeeze }: Answer): Promise<Response> {
  if (page.kind === "redirect") {
    // Not for ever: what a story is called may change back.
    return c.body(null, 301, { location: page.to, "cache-control": "public, max-age=30" });
  }
  const status = page.kind === "page" ? page.status : 200;
  const whole = page.kind === "page" ? page : { text: build.shell, etag: etagOf(build.shell) };
  // What is not there is asked for by other names each time, and not worth the work.
  const accepts = status === 200 ? c.req.header("accept-encoding") : undefined;
  const { body, etag, headers: encoding } = await squeeze(whole, accepts);
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": page.kind === "page" && status === 200 ? "public, max-age=0, must-revalidate" : "no-cache",
    "content-security-policy": build.policy,
    etag,
    ...encoding,
    ...(status !== 200 && { "x-robots-tag": "noindex" }),
  };
  const known = c.req.header("if-none-match")?.split(/, */) ?? [];
  const isKnown = status === 200 && known.some((tag) => tag.replace(/^W\//, "") === etag);
  return isKnown ? c.body(null, 304, headers) : c.body(body, status, headers);
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

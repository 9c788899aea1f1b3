import { type Context, Hono } from "hono";
import { z } from "zod";
import { listSitemap, listSitemapPages } from "../domains/story/story.sitemap.service.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";

/** Those that say they gather texts to train machines with. Stories are reserved unless their author says otherwise. */
const gatherers = [
  "AI2Bot",
  "Amazonbot",
  "Applebot-Extended",
  "Bytespider",
  "CCBot",
  "ClaudeBot",
  "Diffbot",
  "FacebookBot",
  "Google-Extended",
  "GPTBot",
  "Meta-ExternalAgent",
  "Omgilibot",
  "anthropic-ai",
  "cohere-ai",
];
/** Nothing there is a page. */
const noPages = ["/api/", "/dev/", "/trpc/", "/verify-email", "/webhooks/"];

const PageName = z
  .string()
  .regex(/^(stories|chapters)-[0-9a-f-]{36}\.xml$/)
  .transform((name) => ({ part: name.startsWith("stories") ? "stories" : "chapters", from: name.slice(-40, -4) }))
  .pipe(z.object({ part: z.enum(["stories", "chapters"]), from: z.uuid() }));

/** What programs that look for pages ask first. */
export function searchers({ ctxFor }: Pick<CallParts, "ctxFor">): Hono<Edge> {
  const ctxOf = ({ var: { address, requestId, log } }: Context<Edge>) =>
    ctxFor({ actor: { kind: "visitor", address }, requestId, log });
  return new Hono<Edge>()
    .get("/robots.txt", (c) => c.text(robots(ctxOf(c).publicUrl), 200, keptFor(3600)))
    .get("/sitemap.xml", async (c) => {
      const ctx = ctxOf(c);
      const pages = await listSitemapPages(ctx);
      const places = pages.map(({ part, from }) => `/sitemap/${part}-${from}.xml`);
      const parts = places.map((path) => `<sitemap><loc>${addressAt(ctx.publicUrl, path)}</loc></sitemap>`);
      return c.body(xml("sitemapindex", parts), 200, xmlHeaders);
    })
    .get("/sitemap/:page", async (c) => {
      const page = PageName.safeParse(c.req.param("page"));
      if (!page.success) return refuse(c, "NOT_FOUND");
      const ctx = ctxOf(c);
      const entries = await listSitemap(ctx, page.data);
      const urls = entries.map(
        ({ path, changedAt }) =>
          `<url><loc>${addressAt(ctx.publicUrl, path)}</loc><lastmod>${changedAt}</lastmod></url>`,
      );
      return c.body(xml("urlset", urls), 200, xmlHeaders);
    });
}

const robots = (origin: string): string =>
  [
    "User-agent: *",
    "Content-Signal: search=yes, ai-train=no",
    ...noPages.map((path) => `Disallow: ${path}`),
    "",
    ...gatherers.map((name) => `User-agent: ${name}`),
    "Disallow: /",
    "",
    `Sitemap: ${addressAt(origin, "/sitemap.xml")}`,
    "",
  ].join("\n");

/** Every sign that XML knows is an escape in an address already, but this one. */
const addressAt = (origin: string, path: string): string => new URL(path, origin).href.replaceAll("&", "&amp;");

const xml = (root: string, parts: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${parts.join("\n")}\n</${root}>\n`;

const keptFor = (seconds: number) => ({ "cache-control": `public, max-age=${seconds}` });
const xmlHeaders = { "content-type": "application/xml; charset=utf-8", ...keptFor(600) };

import { hash } from "node:crypto";
import { Rendering } from "@muejam/contracts/rendering";
import type { Context } from "hono";
import { z } from "zod";
import type { Cache } from "../kernel/cache.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { loopback } from "./loopback.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";
import type { WebBuild } from "./web-build.ts";

export type PageParts = Pick<CallParts, "metrics" | "ctxFor">;

const Kept = z.object({ text: z.string(), etag: z.string() });
type Kept = z.infer<typeof Kept>;

export type Page = ({ kind: "page"; status: 200 | 403 | 404 } & Kept) | Exclude<Rendering, { kind: "page" }>;

/** Counts move all the time and drop nothing: in a page they are no older than this. */
const ttlSeconds = 60;
const pathsMax = 10_000;

/**
 * Pages as everybody sees them: only the path decides, and nobody's name or cookie is ever looked at. A page is kept
 * from its second reader on, under the tags that its making had read; so it is dropped by whatever drops those, and a
 * flood of addresses that nobody has fills no memory.
 */
export function createPages({ metrics, ctxFor }: PageParts) {
  const tagsOf = new Map<string, readonly string[]>();

  async function make(ctx: Ctx, build: WebBuild, path: string) {
    const { cache, tags } = noteTags(ctx.cache);
    const ask = loopback({ ...ctx, cache }, metrics);
    const made = Rendering.parse(await build.render({ path, origin: ctx.publicUrl, ask }));
    return { page: made.kind === "page" ? finish(build, made) : made, tags: [...tags] };
  }

  function remember(path: string, tags: readonly string[]): void {
    tagsOf.set(path, tags);
    const [oldest] = tagsOf.keys();
    if (tagsOf.size > pathsMax && oldest !== undefined) tagsOf.delete(oldest);
  }

  async function readKept(ctx: Ctx, build: WebBuild, path: string): Promise<Page | null> {
    const tags = tagsOf.get(path);
    if (!tags) return null;
    const kept = await ctx.cache.read({
      key: `page:${build.id}:${ctx.release}:${path}`,
      tags,
      ttlSeconds,
      schema: Kept.nullable(),
      load: async () => {
        const { page, tags: latest } = await make(ctx, build, path);
        if (!isForAll(page)) return null;
        remember(path, latest);
        return page;
      },
    });
    if (kept) return { kind: "page", status: 200, ...kept };
    tagsOf.delete(path);
    return null;
  }

  return async (c: Context<Edge>, build: WebBuild): Promise<Page> => {
    const { pathname } = new URL(c.req.url);
    const actor = { kind: "visitor", address: c.get("address") } as const;
    const ctx = ctxFor({ actor, requestId: c.get("requestId"), log: c.get("log") });
    const kept = await readKept(ctx, build, pathname);
    if (kept) return kept;
    const { page, tags } = await make(ctx, build, pathname);
    if (isForAll(page)) remember(pathname, tags);
    return page;
  };
}

type PageForAll = Extract<Page, { kind: "page" }>;
const isForAll = (page: Page): page is PageForAll => page.kind === "page" && page.status === 200;

function finish(build: WebBuild, { kind, status, ...content }: Extract<Rendering, { kind: "page" }>) {
  const text = build.fill(content);
  return { kind, status, text, etag: etagOf(text) };
}

export const etagOf = (text: string): string => `"${hash("sha256", text, "base64url").slice(0, 22)}"`;

function noteTags(cache: Cache): { cache: Cache; tags: Set<string> } {
  const tags = new Set<string>();
  const read: Cache["read"] = (entry) => {
    for (const tag of entry.tags) tags.add(tag);
    return cache.read(entry);
  };
  return { cache: { ...cache, read }, tags };
}

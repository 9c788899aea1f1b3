import { Rendering } from "@muejam/contracts/rendering";
import type { Context } from "hono";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Cache } from "../kernel/cache.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { randomId } from "../kernel/ids.ts";
import { type Body, bodyOf } from "./body.ts";
import { loopback } from "./loopback.ts";
import type { Edge } from "./request.ts";
import type { CallParts } from "./trpc.ts";
import type { WebBuild } from "./web-build.ts";

export type PageParts = Pick<CallParts, "metrics" | "ctxFor">;

export type Page = { kind: "page"; status: 200 | 403 | 404 | 500; body: Body } | Exclude<Rendering, { kind: "page" }>;

const PageId = z.string().nullable();

/** Counts move all the time and drop nothing: in a page they are no older than this. */
const ttlSeconds = 60;
const pathsMax = 10_000;
const megabyte = 1024 * 1024;

/**
 * Pages as everybody sees them: only the path decides, and nobody's name or cookie is ever looked at. A page is kept
 * from its second reader on, under the tags that its making had read; so it is dropped by whatever drops those, and a
 * flood of addresses that nobody has fills no memory. The cache says which page is the current one; its bytes stay
 * here, ready to be sent.
 */
export function createPages({ metrics, ctxFor }: PageParts, { bytesMax = 64 * megabyte } = {}) {
  const process = randomId();
  const tagsOf = new LRUCache<string, readonly string[]>({ max: pathsMax });
  const bodies = new LRUCache<string, Body>({ maxSize: bytesMax, sizeCalculation: ({ size }) => size });

  async function make(ctx: Ctx, build: WebBuild, path: string) {
    const { cache, tags } = noteTags(ctx.cache);
    const ask = loopback({ ...ctx, cache }, metrics);
    const made = Rendering.parse(await build.render({ path, origin: ctx.publicUrl, ask }));
    return { page: made.kind === "page" ? finish(build, made) : made, tags: [...tags] };
  }

  async function readKept(ctx: Ctx, build: WebBuild, path: string): Promise<Page | null> {
    const tags = tagsOf.get(path);
    if (!tags) return null;
    const shelve = async (id: string): Promise<Body | null> => {
      const { page, tags: latest } = await make(ctx, build, path);
      if (!isForAll(page)) return null;
      tagsOf.set(path, latest);
      bodies.set(id, page.body);
      return page.body;
    };
    const id = await ctx.cache.read({
      key: `page:${process}:${build.id}:${path}`,
      tags,
      ttlSeconds,
      schema: PageId,
      load: async () => {
        const fresh = randomId();
        return (await shelve(fresh)) ? fresh : null;
      },
    });
    // A current page may have had to make room for others.
    const body = id === null ? null : (bodies.get(id) ?? (await shelve(id)));
    if (body) return { kind: "page", status: 200, body };
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
    if (isForAll(page)) tagsOf.set(pathname, tags);
    return page;
  };
}

type Filled = Extract<Page, { kind: "page" }>;
const isForAll = (page: Page): page is Filled => page.kind === "page" && page.status === 200;

const finish = (build: WebBuild, { kind, status, ...content }: Extract<Rendering, { kind: "page" }>): Filled => ({
  kind,
  status,
  body: bodyOf(build.fill(content)),
});

function noteTags(cache: Cache): { cache: Cache; tags: Set<string> } {
  const tags = new Set<string>();
  const read: Cache["read"] = (entry) => {
    for (const tag of entry.tags) tags.add(tag);
    return cache.read(entry);
  };
  return { cache: { ...cache, read }, tags };
}

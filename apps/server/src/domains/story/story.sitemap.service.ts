import { chapterPath, storyPath } from "@muejam/contracts/address";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import { revealList, type Visible, visitorScope } from "../visibility/visibility.service.ts";
import * as repo from "./story.sitemap.repo.ts";

export type SitemapPage = { part: repo.Part; from: string };
const Entries = z.array(z.object({ path: z.string(), changedAt: z.iso.datetime() }));
export type SitemapEntry = z.infer<typeof Entries>[number];
const Ids = z.array(z.uuid());

export const sitemapPageMax = 5000;
/** What was taken down is not named for longer. */
const ttlSeconds = 600;

/** Where each page begins. Whoever asks is shown what a visitor may see. */
export async function listSitemapPages(ctx: Ctx, every = sitemapPageMax): Promise<SitemapPage[]> {
  const [stories, chapters] = await Promise.all([listMarks(ctx, "stories", every), listMarks(ctx, "chapters", every)]);
  return [
    ...stories.map((from) => ({ part: "stories" as const, from })),
    ...chapters.map((from) => ({ part: "chapters" as const, from })),
  ];
}

/** Of the page that holds this place: whoever asks from everywhere has no more read and kept than the whole map. */
export async function listSitemap(
  ctx: Ctx,
  { part, from }: SitemapPage,
  take = sitemapPageMax,
): Promise<SitemapEntry[]> {
  const marks = await listMarks(ctx, part, take);
  const start = marks.findLast((mark) => mark <= from) ?? marks[0];
  if (start === undefined) return [];
  return ctx.cache.read({
    key: `story.sitemap:${part}:${start}:${take}`,
    tags: [],
    ttlSeconds,
    schema: Entries,
    load: async () => {
      const found = await revealList(visitorScope, repo.columns[part], (where) =>
        repo.listMapped(ctx.db, { part, where, from: start, take }),
      );
      return found.map(toEntry);
    },
  });
}

const listMarks = (ctx: Ctx, part: repo.Part, every: number): Promise<string[]> =>
  ctx.cache.read({
    key: `story.sitemap:${part}:${every}`,
    tags: [],
    ttlSeconds,
    schema: Ids,
    load: async () => {
      const marks = await revealList(visitorScope, repo.columns[part], (where) =>
        repo.listMarks(ctx.db, { part, where, every }),
      );
      return marks.map(({ id }) => id);
    },
  });

function toEntry({ number, chapterTitle, changedAt, ...story }: Visible<repo.Mapped>): SitemapEntry {
  const path = number === null ? storyPath(story) : chapterPath(story, { number, title: chapterTitle });
  return { path, changedAt: changedAt.toISOString() };
}

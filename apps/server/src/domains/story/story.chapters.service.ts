import { PageInput } from "@muejam/contracts/page";
import type { FeedItem } from "@muejam/contracts/social";
import { type ByRef, ChapterLine, type ChapterListInput, ChapterPage, StoryView } from "@muejam/contracts/story";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import type { Visible } from "../visibility/visibility.service.ts";
import * as repo from "./story.chapters.repo.ts";
import { tagOf } from "./story.refs.service.ts";
import { cardsOf, countsOf, type StoryRow, storyBy } from "./story.service.ts";

export async function byRef(ctx: Ctx, { ref }: ByRef): Promise<StoryView> {
  const story = await storyBy(ctx, ref);
  const [counts, chapters] = await Promise.all([
    countsOf(ctx, story.id),
    readChapters(ctx, story, PageInput.parse({})),
  ]);
  return StoryView.parse({ ...story, counts, chapters });
}

export const list = async (ctx: Ctx, { ref, ...page }: ChapterListInput): Promise<ChapterPage> =>
  readChapters(ctx, await storyBy(ctx, ref), page);

/** Those of these chapters that are published in stories the caller may see. */
export async function linesOf(ctx: Ctx, chapterIds: readonly string[]): Promise<Map<string, FeedItem>> {
  const chapters = chapterIds.length === 0 ? [] : await repo.findPublished(ctx.db, chapterIds);
  const stories = await cardsOf(
    ctx,
    chapters.map(({ storyId }) => storyId),
  );
  return new Map(
    chapters.flatMap((chapter) => {
      const story = stories.get(chapter.storyId);
      return story ? [[chapter.id, { story, chapter: toLine(chapter) }] as const] : [];
    }),
  );
}

const toLine = (chapter: repo.ChapterRow): ChapterLine => ChapterLine.parse(chapter);

/** The same for all who see the story, and as long as nothing is published in it. */
function readChapters(ctx: Ctx, { id }: Visible<StoryRow>, { cursor, limit }: PageInput): Promise<ChapterPage> {
  const load = async () => {
    const page = await readPage(
      { keys: ctx.keys, list: `story.chapters:${id}`, cursor, limit },
      (after, take) => repo.listPublished(ctx.db, id, { after: after && after.at, take }),
      (chapter) => ({ at: chapter.position, id: chapter.id }),
    );
    return { ...page, items: page.items.map(toLine) };
  };
  const key = `story.chapters:${id}:${limit}:${cursor ?? ""}`;
  return ctx.cache.read({ key, tags: [tagOf(id)], ttlSeconds: 600, schema: ChapterPage, load });
}

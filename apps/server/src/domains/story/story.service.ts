import { StoryCard, StoryView } from "@muejam/contracts/story";
import type { z } from "zod";
import { batched } from "../../kernel/batch.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { subjectShape } from "../visibility/visibility.repo.ts";
import { reveal, revealOrRefuse, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import { idOf, tagOf } from "./story.refs.service.ts";
import * as repo from "./story.repo.ts";

export type StoryRow = repo.StoryRow;

/** One story for whoever asks, who is told why not when its rating alone hides it. */
export async function storyBy(ctx: Ctx, ref: string): Promise<Visible<StoryRow>> {
  const [id, viewer] = await Promise.all([idOf(ctx, ref), viewerOf(ctx)]);
  return revealOrRefuse(viewer, id === null ? null : await readStory(ctx, id));
}

export const card = async (ctx: Ctx, ref: string): Promise<StoryCard> => toCard(await storyBy(ctx, ref));

/** Those of these stories that the caller may see. */
export async function cardsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, StoryCard>> {
  const [stories, viewer] = await Promise.all([readStories(ctx, ids), viewerOf(ctx)]);
  const seen = stories.flatMap((story) => reveal(viewer, story) ?? []);
  return new Map(seen.map((story) => [story.id, toCard(story)]));
}

export async function countsOf(ctx: Ctx, id: string): Promise<StoryView["counts"]> {
  const counts = await ctx.cache.read({
    key: `story.counts:${id}`,
    tags: [],
    ttlSeconds: 10,
    schema: StoryView.shape.counts.nullable(),
    load: () => repo.findCounts(ctx.db, id),
  });
  return counts ?? { followers: 0, applause: 0 };
}

const toCard = (story: Visible<StoryRow>): StoryCard => StoryCard.parse(story);

/** As they are published, for nobody in particular: whoever shows one reveals it first. */
async function readStories(ctx: Ctx, ids: readonly string[]): Promise<StoryRow[]> {
  const load = batched(
    async (missing) => new Map((await repo.findPublished(ctx.db, missing)).map((row) => [row.id, row])),
  );
  const found = await Promise.all([...new Set(ids)].map((id) => read(ctx, id, () => load(id))));
  return found.filter((story) => story !== null);
}

const StoredStory: z.ZodType<StoryRow> = StoryView.omit({ counts: true, chapters: true }).extend(subjectShape);

const readStory = async (ctx: Ctx, id: string): Promise<StoryRow | null> => (await readStories(ctx, [id]))[0] ?? null;

const read = (ctx: Ctx, id: string, load: () => Promise<StoryRow | null>): Promise<StoryRow | null> =>
  ctx.cache.read({ key: `story:${id}`, tags: [tagOf(id)], ttlSeconds: 600, schema: StoredStory.nullable(), load });

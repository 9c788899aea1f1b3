import type { PageInput } from "@muejam/contracts/page";
import type { FeedPage } from "@muejam/contracts/social";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { linesOf } from "../story/story.chapters.service.ts";
import { chapterColumns as columns } from "../story/story.subjects.service.ts";
import { revealList, unasked, viewerOf } from "../visibility/visibility.service.ts";
import * as repo from "./social.feed.repo.ts";

export async function feed(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<FeedPage> {
  const { profileId } = ctx.actor;
  const viewer = unasked(await viewerOf(ctx));
  const { items, nextCursor } = await readPage(
    { keys: ctx.keys, list: `social.feed:${profileId}`, cursor, limit },
    (after, take) =>
      revealList(viewer, columns, (where) => repo.listFeed(ctx.db, { profileId, columns, where, after, take })),
    ({ chapterId, publishedAt }) => ({ at: publishedAt.toISOString(), id: chapterId }),
  );
  const lines = await linesOf(
    ctx,
    items.map(({ chapterId }) => chapterId),
  );
  return { items: items.flatMap(({ chapterId }) => lines.get(chapterId) ?? []), nextCursor };
}

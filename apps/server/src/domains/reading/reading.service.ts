import type { ByNumber, ChapterHere, Position, PositionInput, StoryHere } from "@muejam/contracts/reading";
import type { ByRef } from "@muejam/contracts/story";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { transact } from "../../kernel/transact.ts";
import { card } from "../story/story.service.ts";
import { findChapter } from "../story/story.subjects.service.ts";
import { revealOrRefuse, viewerOf } from "../visibility/visibility.service.ts";
import { chapterAt } from "./reading.chapter.service.ts";
import { assertIsRead } from "./reading.policy.ts";
import * as repo from "./reading.repo.ts";

export async function chapterHere(ctx: Ctx<Holder>, where: ByNumber): Promise<ChapterHere> {
  const { id, story } = (await chapterAt(ctx, where)).view;
  return repo.findHere(ctx.db, ctx.actor, { storyId: story.id, authorId: story.author.id, chapterId: id });
}

export async function storyHere(ctx: Ctx<Holder>, { ref }: ByRef): Promise<StoryHere> {
  const { id, author } = await card(ctx, ref);
  const { hasApplauded: _, ...here } = await repo.findHere(ctx.db, ctx.actor, {
    storyId: id,
    authorId: author.id,
    chapterId: null,
  });
  return here;
}

/** Null where nothing is kept, because the reader wants it so. */
export async function savePosition(ctx: Ctx<Holder>, position: PositionInput): Promise<Position | null> {
  const viewer = await viewerOf(ctx);
  const { accountId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const chapter = revealOrRefuse(viewer, await findChapter(tx.db, position.chapterId));
    assertIsRead(chapter);
    const { storyId } = chapter;
    if (!(await repo.upsertPosition(tx.db, { ...position, accountId, storyId, at: tx.now }))) return null;
    const saved = await repo.findPosition(tx.db, accountId, storyId);
    if (!saved) throw new Error("The position that was written is gone.");
    return saved;
  });
}

import type { BinPage, ByChapter, ByStoryPage } from "@muejam/contracts/story";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { EditionUnpublished } from "../edition/edition.events.ts";
import * as repo from "./story.bin.repo.ts";
import { assertMay, rightOver } from "./story.policy.ts";
import { hideChapter } from "./story.publishing.service.ts";
import { findRights } from "./story.rights.repo.ts";
import { lockForPublishing, type StoryChapter, writable } from "./story.rights.service.ts";

/** Readers no longer find it, and it keeps its place, its number and every word. */
export const binChapter = (ctx: Ctx<Holder>, { chapterId }: ByChapter): Promise<ByChapter> =>
  transact(ctx, async (tx) => {
    const chapter = await lockOwn(ctx, tx, chapterId);
    if (chapter.currentEditionId !== null) {
      await hideChapter(tx, chapter, { words: await repo.findShownWords(tx.db, chapter.currentEditionId) });
      tx.emit(EditionUnpublished, { chapterId, storyId: chapter.storyId });
    }
    if (await repo.bin(tx.db, chapterId, tx.now)) tx.audit({ act: "chapter.binned", subject: `chapter:${chapterId}` });
    return { chapterId };
  });

/** To where it stood. Readers see it once it is published again. */
export const restoreChapter = (ctx: Ctx<Holder>, { chapterId }: ByChapter): Promise<ByChapter> =>
  transact(ctx, async (tx) => {
    await lockOwn(ctx, tx, chapterId);
    if (await repo.restore(tx.db, chapterId)) tx.audit({ act: "chapter.restored", subject: `chapter:${chapterId}` });
    return { chapterId };
  });

export async function bin(ctx: Ctx<Holder>, { id, cursor, limit }: ByStoryPage): Promise<BinPage> {
  assertMay(await findRights(ctx.db, id, ctx.actor.profileId), "read");
  return readPage(
    { keys: ctx.keys, list: `story.bin:${id}`, cursor, limit },
    (after, take) => repo.listBinned(ctx.db, id, { after, take }),
    ({ binnedAt, id: chapterId }) => ({ at: binnedAt, id: chapterId }),
  );
}

const batch = 50;

/** Drafts that nobody but their team has ever seen, thirty days after they were thrown away. */
export async function emptyBin(ctx: Ctx<System>): Promise<void> {
  while ((await repo.removeOld(ctx.db, ctx.now(), batch)) === batch);
}

async function lockOwn(ctx: Ctx<Holder>, tx: Tx, chapterId: string): Promise<StoryChapter> {
  const { rights } = await writable(ctx, tx.db, chapterId, "read");
  const chapter = await lockForPublishing(tx, chapterId);
  assertMay(rights, rightOver(chapter));
  return chapter;
}

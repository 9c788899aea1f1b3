import { type ByStoryPage, type NewChapter, OwnChapter, type OwnChapterPage } from "@muejam/contracts/story";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { between } from "../../kernel/fractional-index.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import { openDraft } from "../draft/draft.service.ts";
import * as repo from "./story.drafting.repo.ts";
import { assertMay } from "./story.policy.ts";
import { findRights, lockStory } from "./story.rights.repo.ts";

/** At the end of its story, with an empty draft. A repeat finds the chapter that the first call made. */
export async function addChapter(ctx: Ctx<Holder>, { id, storyId, title }: NewChapter): Promise<OwnChapter> {
  const { profileId } = ctx.actor;
  return transact(ctx, async (tx) => {
    await lockStory(tx.db, storyId);
    assertMay(await findRights(tx.db, storyId, profileId), "edit");
    const position = between(await repo.findLastPosition(tx.db, storyId), null);
    if (await repo.insertChapter(tx.db, { id, storyId, position, createdAt: tx.now }))
      await openDraft(tx, { chapterId: id, title, profileId });
    const chapter = await repo.findDrafted(tx.db, { id, storyId });
    if (!chapter) throw new AppError("CONFLICT");
    return toOwn(chapter);
  });
}

export async function ownChapters(ctx: Ctx<Holder>, { id, cursor, limit }: ByStoryPage): Promise<OwnChapterPage> {
  assertMay(await findRights(ctx.db, id, ctx.actor.profileId), "read");
  const page = await readPage(
    { keys: ctx.keys, list: `story.ownChapters:${id}`, cursor, limit },
    (after, take) => repo.listDrafted(ctx.db, id, { after: after && after.at, take }),
    ({ position, ...chapter }) => ({ at: position, id: chapter.id }),
  );
  return { ...page, items: page.items.map(toOwn) };
}

const toOwn = (chapter: repo.DraftedChapter): OwnChapter => OwnChapter.parse(chapter);

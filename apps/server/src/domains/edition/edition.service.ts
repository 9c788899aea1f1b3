import { chapterPath } from "@muejam/contracts/address";
import type { Erased, ErasureInput, Published, PublishInput, Unpublished } from "@muejam/contracts/edition";
import type { ByChapter } from "@muejam/contracts/story";
import { docVersion } from "@muejam/prose/document";
import { renderHtml } from "@muejam/prose/render-html";
import { renderText } from "@muejam/prose/render-text";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { timedId } from "../../kernel/ids.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { keepPublished } from "../draft/draft.points.service.ts";
import { type LockedDraft, lockSeen, markPublished } from "../draft/draft.service.ts";
import { knownPictures, showPictures } from "../media/media.placing.service.ts";
import { hideChapter, showEdition } from "../story/story.publishing.service.ts";
import { lockForPublishing, type StoryChapter, writable } from "../story/story.rights.service.ts";
import { sealEdition } from "./edition.chain.service.ts";
import { EditionPublished, EditionUnpublished } from "./edition.events.ts";
import { assertDescribed, assertInPerson, assertNews, assertReadable, assertUnseen } from "./edition.policy.ts";
import * as repo from "./edition.repo.ts";

export const publish = (ctx: Ctx<Holder>, { chapterId, version, isMinor }: PublishInput): Promise<Published> =>
  transact(ctx, async (tx) => {
    await writable(ctx, tx.db, chapterId, "publish");
    const chapter = await lockForPublishing(tx, chapterId);
    const draft = await lockSeen(tx, chapterId, version);
    assertReadable(draft, draft.words);
    assertDescribed(draft.document);
    const pictures = await knownPictures(tx, chapter.storyId, draft.document);
    const shown = chapter.currentEditionId === null ? null : await repo.findShown(tx.db, chapter.currentEditionId);
    assertNews(draft, shown && shown.content);

    const { edition, isUntold } = await append(tx, chapter, { ...draft, isMinor });
    await showPictures(tx, edition.id, pictures);
    const number = await showEdition(tx, chapter, {
      editionId: edition.id,
      words: draft.words,
      previousWords: shown?.words ?? 0,
      publishedAt: tx.now,
    });
    await markPublished(tx, chapterId, version);
    await keepPublished(tx, chapterId, draft, edition.number);
    const { storyId } = chapter;
    tx.audit({
      act: "edition.published",
      subject: `chapter:${chapterId}`,
      detail: { editionId: edition.id, hash: edition.hash },
    });
    tx.emit(EditionPublished, { chapterId, storyId, editionId: edition.id, isFirst: isUntold, isMinor });
    return {
      chapterId,
      path: chapterPath(chapter, { number, title: draft.title }),
      number,
      edition: edition.number,
      hash: edition.hash,
      publishedAt: tx.now.toISOString(),
    };
  });

/** Readers no longer find it; its editions stay. What is hidden already is as it was asked to be. */
export const unpublish = (ctx: Ctx<Holder>, { chapterId }: ByChapter): Promise<Unpublished> =>
  transact(ctx, async (tx) => {
    await writable(ctx, tx.db, chapterId, "publish");
    const chapter = await lockForPublishing(tx, chapterId);
    const shown = chapter.currentEditionId === null ? null : await repo.findShown(tx.db, chapter.currentEditionId);
    if (!shown) return { chapterId };
    await hideChapter(tx, chapter, { words: shown.words });
    tx.audit({
      act: "edition.unpublished",
      subject: `chapter:${chapterId}`,
      detail: { editionId: chapter.currentEditionId },
    });
    tx.emit(EditionUnpublished, { chapterId, storyId: chapter.storyId });
    return { chapterId };
  });

/** What the law asks to be forgotten: the words go for ever, the hash stays, so that the chain stays whole. */
export async function erase(ctx: Ctx<Holder>, { chapterId, edition: number, purpose }: ErasureInput): Promise<Erased> {
  assertInPerson(ctx.actor);
  return transact(ctx, async (tx) => {
    const edition = await repo.findByNumber(tx.db, chapterId, number);
    if (!edition) throw new AppError("NOT_FOUND");
    assertUnseen(edition);
    const { id, hash } = edition;
    if (await repo.erase(tx.db, id, { purpose, at: tx.now }))
      tx.audit({ act: "edition.erased", subject: `edition:${id}`, purpose, detail: { chapterId, number, hash } });
    return { hash };
  });
}

/** The next link of the story's chain. Needs the story's lock. */
async function append(
  { db, keys, now }: Tx,
  { chapterId, storyId }: StoryChapter,
  { isMinor, words, title, noteBefore, noteAfter, document }: LockedDraft & { isMinor: boolean },
): Promise<{ edition: repo.NewEdition; isUntold: boolean }> {
  const { seq, hash: prevHash, chapterEditions, isUntold } = await repo.findHead(db, { storyId, chapterId });
  const number = chapterEditions + 1;
  const manuscript = { title, noteBefore, noteAfter, document };
  const rendered = {
    html: renderHtml(document),
    text: renderText(document),
  };
  const place = { story: storyId, chapter: chapterId, number, publishedAt: now.toISOString(), prevHash };
  const edition = {
    id: timedId(now),
    storyId,
    chapterId,
    seq: seq + 1,
    number,
    isMinor,
    words,
    docVersion,
    publishedAt: now,
    prevHash,
    ...(await sealEdition(keys, { ...place, ...manuscript }, rendered)),
  };
  await repo.insert(db, edition, { ...manuscript, ...rendered });
  return { edition, isUntold };
}

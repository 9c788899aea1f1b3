import { randomUUID } from "node:crypto";
import type { Published } from "@muejam/contracts/edition";
import { newBlockId } from "@muejam/prose/block-id";
import { docVersion } from "@muejam/prose/document";
import { openDraft } from "../domains/draft/draft.service.ts";
import type { Member } from "../kernel/actor.ts";
import { timedId } from "../kernel/ids.ts";
import { transact } from "../kernel/transact.ts";
import { as, ctxOf, make } from "./harness.ts";
import { type Shelved, shelve } from "./library.ts";

export type Desk = { author: Member; story: Shelved; chapterId: string };

/** A new chapter of a story that nobody else knows, with its empty draft. */
export async function sitDown(author?: Member, shelved?: Shelved): Promise<Desk> {
  const writer = author ?? (await make.person());
  const story = shelved ?? (await shelve(writer));
  const chapterId = timedId(new Date());
  const position = `a${randomUUID().slice(0, 8)}`;
  await transact(ctxOf(writer), async (tx) => {
    await tx.db.chapter.create({
      data: { id: chapterId, storyId: story.id, position, state: "draft", createdAt: tx.now },
    });
    await openDraft(tx, { chapterId, title: "The Harbour", profileId: writer.profileId });
    return null;
  });
  return { author: writer, story, chapterId };
}

export const paragraphOf = (text: string, id = newBlockId()) => ({
  type: "paragraph",
  attrs: { id, dir: null, lang: null },
  content: [{ type: "text", text }],
});

/** A save that puts a paragraph first. */
export const saveOf = (chapterId: string, baseVersion: number, text = "The lantern went out.") => ({
  chapterId,
  journalId: randomUUID(),
  seq: 0,
  baseVersion,
  docVersion,
  placed: [{ after: null, block: paragraphOf(text) }],
});

/** Writes a paragraph into the draft as it is, and tells its new version. */
export async function write({ author, chapterId }: Desk, text?: string): Promise<number> {
  const { version } = await as(author).draft.get({ chapterId });
  return (await as(author).draft.save(saveOf(chapterId, version, text))).version;
}

/** Writes a paragraph and publishes the draft with it. */
export async function publishNow(desk: Desk, text?: string): Promise<Published> {
  const { author, chapterId } = desk;
  return as(author).edition.publish({ chapterId, version: await write(desk, text) });
}

/** A chapter with some words and a save point of them. */
export async function keepNow(author: Member): Promise<{ chapterId: string; revisionId: string; version: number }> {
  const desk = await sitDown(author);
  const version = await write(desk);
  const { id: revisionId } = await as(author).draft.keep({ chapterId: desk.chapterId, version });
  return { chapterId: desk.chapterId, revisionId, version };
}

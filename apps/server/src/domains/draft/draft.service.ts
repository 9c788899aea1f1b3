import { hash } from "node:crypto";
import type { Draft, DraftSave, DraftSaved } from "@muejam/contracts/draft";
import type { ByChapter } from "@muejam/contracts/story";
import { changeBetween } from "@muejam/prose/change";
import { type Document, docVersion } from "@muejam/prose/document";
import { emptyParagraph } from "@muejam/prose/edit";
import { topBlocks } from "@muejam/prose/walk";
import { countDocument } from "@muejam/prose/words";
import { actorRef, type Holder, type System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { randomId } from "../../kernel/ids.ts";
import type { Limit } from "../../kernel/limits.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { placePictures } from "../media/media.placing.service.ts";
import { type OpenChapter, writable } from "../story/story.rights.service.ts";
import { tellDesks } from "./draft.desks.service.ts";
import { causeOfPoint } from "./draft.points.policy.ts";
import { keepPoint } from "./draft.points.service.ts";
import {
  assertCurrent,
  assertSameRelease,
  assertSameSaver,
  assertSameWords,
  documentAfter,
  documentIn,
} from "./draft.policy.ts";
import * as repo from "./draft.repo.ts";

export async function get(ctx: Ctx<Holder>, { chapterId }: ByChapter): Promise<Draft> {
  const place = await writable(ctx, ctx.db, chapterId, "read");
  return toDraft(orRefuse(await repo.find(ctx.db, chapterId)), place);
}

function toDraft(draft: repo.DraftRow, { chapterId, storyId, state, number, rights }: OpenChapter): Draft {
  const { title, noteBefore, noteAfter, document, version, words, updatedAt, publishedVersion } = draft;
  return {
    chapterId,
    storyId,
    state,
    number,
    rights,
    title,
    noteBefore,
    noteAfter,
    document: documentIn(document),
    version,
    words,
    savedAt: updatedAt.toISOString(),
    hasUnpublishedChanges: publishedVersion !== version,
  };
}

/** A repeat finds the first one's answer, even when others have saved since. */
export async function save(ctx: Ctx<Holder>, input: DraftSave): Promise<DraftSaved> {
  await weigh(ctx, input.chapterId);
  return transact(ctx, async (tx) => {
    const place = await writable(ctx, tx.db, input.chapterId, "edit");
    const { chapterId, language, storyId } = place;
    const draft = orRefuse(await repo.lock(tx.db, chapterId));
    const saver = { chapterId, savedBy: ctx.actor.profileId };
    const known = await repo.findChange(tx.db, input);
    if (known) {
      assertSameSaver(known, saver);
      assertSameWords(known, { sent: fingerprintOf(input) }, draft);
      return toSaved(known);
    }
    assertSameRelease(input);
    assertCurrent(draft, input.baseVersion);
    const before = documentIn(draft.document);
    const cause = causeOfPoint(draft, tx.now, input);
    if (cause) await keepPoint(tx, chapterId, { ...draft, document: before }, { cause });
    const document = documentAfter(before, input);
    // What was counted by another release of Node may have been counted otherwise.
    const words = Math.max(0, draft.words + gainedWords({ before, after: document }, input, language));
    const saved = { version: draft.version + 1, words, at: tx.now };
    await keep(tx, { ...input, ...saver, ...saved, storyId, document, sent: fingerprintOf(input) });
    await tellDesks(ctx, tx, { ...place, journalId: input.journalId });
    return toSaved(saved);
  });
}

/** Every chapter has exactly one draft, from its first moment on. */
export async function openDraft(
  tx: Tx,
  { chapterId, title, profileId }: { chapterId: string; title: string; profileId: string },
): Promise<void> {
  await repo.insertEmpty(tx.db, {
    chapterId,
    title,
    document: { type: "doc", attrs: { docVersion }, content: [emptyParagraph()] },
    docVersion,
    updatedAt: tx.now,
    updatedBy: profileId,
  });
}

export type LockedDraft = Omit<repo.LockedRow, "document"> & { document: Document };

/** Puts other words in its place, as a save of their own. Needs the draft's lock. */
export async function replace(
  tx: Tx,
  place: OpenChapter & { profileId: string },
  draft: LockedDraft,
  now: Pick<LockedDraft, "title" | "noteBefore" | "noteAfter" | "document" | "words">,
): Promise<Draft> {
  const { chapterId, storyId, profileId } = place;
  const saved = { version: draft.version + 1, words: now.words, at: tx.now };
  const change = {
    ...changeBetween(draft.document, now.document),
    title: now.title,
    noteBefore: now.noteBefore,
    noteAfter: now.noteAfter,
  };
  const named = { journalId: randomId(), seq: 0, baseVersion: draft.version, sent: null };
  await keep(tx, { ...change, ...named, ...saved, chapterId, storyId, savedBy: profileId, document: now.document });
  return toDraft({ ...draft, ...now, ...saved, updatedAt: tx.now }, place);
}

/** The draft that its author has before them, ours alone until the transaction is over. */
export async function lockSeen(tx: Tx, chapterId: string, version: number): Promise<LockedDraft> {
  const draft = orRefuse(await repo.lock(tx.db, chapterId));
  assertCurrent(draft, version);
  return { ...draft, document: documentIn(draft.document) };
}

export const markPublished = (tx: Tx, chapterId: string, version: number): Promise<void> =>
  repo.setPublished(tx.db, chapterId, version);

const wordsKeptDays = 2;
const keptDays = 30;
const take = 500;

/** Old changes lose their words, and go in the end. A run that stops halfway has done no harm. */
export async function thinChanges(ctx: Ctx<System>): Promise<void> {
  const daysAgo = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000);
  while ((await repo.deleteChanges(ctx.db, { until: daysAgo(keptDays), take })) === take);
  const old = { from: daysAgo(keptDays), until: daysAgo(wordsKeptDays), take };
  while ((await repo.emptyChanges(ctx.db, old)) === take);
}

const weight: Limit = { name: "draft.weight", limit: 240, windowSeconds: 60 };
const bytesAPound = 300_000;

/** Each save writes the whole chapter, so that one of twelve megabytes is saved six times a minute and not 240 times. */
export async function weigh(ctx: Ctx<Holder>, chapterId: string): Promise<void> {
  const pounds = Math.floor((await repo.findSize(ctx.db, chapterId)) / bytesAPound);
  if (pounds === 0) return;
  const { allowed, retryAfterSeconds } = await ctx.limits.take(weight, actorRef(ctx.actor), pounds);
  if (!allowed) throw new AppError("RATE_LIMITED", { retryAfterSeconds });
}

/** Only what a save touches is counted: to count a long chapter in Chinese takes more than a second. */
function gainedWords(
  { before, after }: { before: Document; after: Document },
  { removed, placed }: DraftSave,
  language: string,
): number {
  const touched = new Set([...removed, ...placed.map(({ block }) => block.attrs.id)]);
  const wordsIn = (document: Document) =>
    countDocument({ ...document, content: document.content.filter(({ attrs }) => touched.has(attrs.id)) }, language)
      .words;
  return wordsIn(after) - wordsIn(before);
}

/** Null for what is nested deeper than anything that is kept. */
function fingerprintOf(save: DraftSave): string | null {
  try {
    return hash("sha256", JSON.stringify(save), "base64url");
  } catch {
    return null;
  }
}

type Saving = Omit<DraftSave, "docVersion"> & {
  storyId: string;
  savedBy: string;
  version: number;
  words: number;
  at: Date;
  document: Document;
  sent: string | null;
};

/** The journal keeps what was stored; of what was sent, a fingerprint: Postgres holds no control codes. */
async function keep(tx: Tx, { document, ...saving }: Saving): Promise<void> {
  const { chapterId, savedBy, journalId, seq, baseVersion, version, words, at } = saving;
  const { title, noteBefore, noteAfter, removed, sent } = saving;
  const given = {
    ...(title !== undefined && { title }),
    ...(noteBefore !== undefined && { noteBefore }),
    ...(noteAfter !== undefined && { noteAfter }),
  };
  const blocks = topBlocks(document);
  const placed = saving.placed.map(({ after, block }) => ({ after, block: blocks.get(block.attrs.id) ?? null }));
  const change = { ...given, removed, placed, sent };
  const row = { chapterId, savedBy, journalId, seq, baseVersion, version, words, at, change };
  if (!(await repo.insertChange(tx.db, row))) throw new AppError("CONFLICT");
  const patch = { ...given, document, docVersion, version, words, updatedAt: at, updatedBy: savedBy };
  await repo.update(tx.db, chapterId, patch);
  const stored = placed.flatMap(({ block }) => (block ? [block] : []));
  await placePictures(tx, { storyId: saving.storyId, profileId: savedBy, blocks: stored });
}

const toSaved = ({ version, words, at }: { version: number; words: number; at: Date }): DraftSaved => ({
  version,
  words,
  savedAt: at.toISOString(),
});

function orRefuse<Row extends repo.DraftRow>(draft: Row | null): Row {
  if (!draft) throw new AppError("NOT_FOUND");
  return draft;
}

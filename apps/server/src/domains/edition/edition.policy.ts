import { canonicalJson } from "@muejam/prose/canonical-json";
import type { Document } from "@muejam/prose/document";
import { figuresIn } from "@muejam/prose/figures";
import { upgrade } from "@muejam/prose/upgrade";
import type { Actor } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";

/** The words of an edition, as its author wrote them. */
export type Manuscript = { title: string; noteBefore: string; noteAfter: string; document: Document };

export function assertReadable({ title }: Pick<Manuscript, "title">, words: number): void {
  if (title === "")
    throw new AppError("CHAPTER_UNTITLED", undefined, [
      { path: "title", rule: "too_small", message: "Give the chapter a title first." },
    ]);
  if (words === 0) throw new AppError("CHAPTER_EMPTY");
}

/** Whoever does not see a picture is told what it shows, or that it only decorates. */
export function assertDescribed(document: Document): void {
  const silent = [...figuresIn(document)].filter(({ attrs }) => attrs.alt === null);
  if (silent.length === 0) return;
  const message = "Say what this picture shows, or that it decorates.";
  throw new AppError(
    "MEDIA_UNDESCRIBED",
    undefined,
    silent.slice(0, 20).map(({ attrs }) => ({ path: attrs.id, rule: "alt", message })),
  );
}

/** Readers are not shown the same words as something new. `shown` is what they see now; null when they see nothing. */
export function assertNews(manuscript: Manuscript, shown: Record<keyof Manuscript, unknown> | null): void {
  if (shown && canonicalJson(wordsOf(shown)) === canonicalJson(wordsOf(manuscript)))
    throw new AppError("EDITION_UNCHANGED");
}

/** What readers see is taken back first, by its author or by a moderator. */
export function assertUnseen(edition: { id: string; currentEditionId: string | null }): void {
  if (edition.id === edition.currentEditionId) throw new AppError("CONFLICT");
}

/** It cannot be undone, so no key does it. */
export function assertInPerson(actor: Actor): void {
  if (actor.kind !== "member") throw new AppError("PERSON_REQUIRED");
}

/** In today's version of the document: a newer MueJam alone is no news. */
function wordsOf({ title, noteBefore, noteAfter, document }: Record<keyof Manuscript, unknown>) {
  const read = upgrade(document);
  return { title, noteBefore, noteAfter, document: read.ok ? read.document : document };
}

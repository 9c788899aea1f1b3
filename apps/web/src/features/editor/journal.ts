import type { Draft, DraftSave } from "@muejam/contracts/draft";
import { changeBetween } from "@muejam/prose/change";
import type { Document } from "@muejam/prose/document";
import { type Conflict, merge } from "@muejam/prose/merge";
import { mergeText } from "@muejam/prose/merge-text";

/** Everything of a chapter that its author writes. */
export type Writing = { title: string; noteBefore: string; noteAfter: string; document: Document };

/**
 * One opened editor's account of what is where: `base` is what the server has confirmed, `sent` what is on its way to it
 * under `seq`, `local` what stands before the author. Kept as it is, it can be gone on with after a crash.
 */
export type Journal = {
  id: string;
  chapterId: string;
  seq: number;
  version: number;
  base: Writing;
  sent: Writing | null;
  local: Writing;
  /** What goes up next puts somebody else's version and this one together. */
  isMerge?: boolean;
};

export function beginJournal(draft: Draft, id: string = crypto.randomUUID()): Journal {
  const base = writingOf(draft);
  return { id, chapterId: draft.chapterId, seq: 0, version: draft.version, base, sent: null, local: base };
}

export const write = (journal: Journal, part: Partial<Writing>): Journal => ({
  ...journal,
  local: { ...journal.local, ...part },
});

/** A save that has no answer yet is sent again as it was; it may have arrived. */
export const send = (journal: Journal): Journal => (journal.sent ? journal : { ...journal, sent: journal.local });

/** The same for the same journal, however often it is asked for. */
export function saveOf({ id, chapterId, seq, version, base, sent, isMerge }: Journal): DraftSave {
  const { document, ...texts } = sent ?? base;
  return {
    chapterId,
    docVersion: document.attrs.docVersion,
    journalId: id,
    seq,
    baseVersion: version,
    ...(isMerge && { isMerge }),
    ...Object.fromEntries(Object.entries(texts).filter(([name, text]) => Reflect.get(base, name) !== text)),
    ...changeBetween(base.document, document),
  };
}

export function confirm(journal: Journal, version: number): Journal {
  const { sent, base, seq } = journal;
  return { ...journal, version, base: sent ?? base, sent: null, seq: seq + 1, isMerge: false };
}

/** Both had written another title or note. What stands there now may hold one of the two alone, if there was no room. */
export type TextConflict = { field: TextName; mine: { text: string }; theirs: { text: string } };
export type AnyConflict = Conflict | TextConflict;

export const inText = (conflict: AnyConflict): conflict is Conflict => !("field" in conflict);

/** `conflicts`: where both had changed the same words, and both readings stand now. */
export type Met = { journal: Journal; conflicts: AnyConflict[] };

/** Somebody else's version came first: what was written here is put together with it. */
export function meet(journal: Journal, draft: Draft): Met {
  const { base, local, seq } = journal;
  const theirs = writingOf(draft);
  const { writing, conflicts } = mergeWritings({ base, mine: local, theirs });
  return {
    journal: joined(journal, { seq: seq + 1, version: draft.version, base: theirs, local: writing }),
    conflicts,
  };
}

export function joined(journal: Journal, part: Pick<Journal, "seq" | "version" | "base" | "local">): Journal {
  const whole = { ...journal, ...part, sent: null };
  return { ...whole, isMerge: !isSettled(whole) };
}

/** What another journal of the same chapter holds, put into this one. */
export function takeIn({ journal, conflicts }: Met, { base, local }: Journal): Met {
  const merged = mergeWritings({ base, mine: journal.local, theirs: local });
  return { journal: write(journal, merged.writing), conflicts: [...conflicts, ...merged.conflicts] };
}

type TextName = Exclude<keyof Writing, "document">;
const longest: Record<TextName, number> = { title: 200, noteBefore: 2000, noteAfter: 2000 };
// safe: the table's keys are the names of the texts and nothing else.
export const textNames = Object.keys(longest) as TextName[];

function mergeWritings(three: Record<"base" | "mine" | "theirs", Writing>): {
  writing: Writing;
  conflicts: AnyConflict[];
} {
  const { base, mine, theirs } = three;
  const merged = merge({ base: base.document, mine: mine.document, theirs: theirs.document });
  const writing: Writing = { ...mine, document: merged.document };
  const conflicts: AnyConflict[] = [...merged.conflicts];
  for (const field of textNames) {
    const versions = { base: base[field], mine: mine[field], theirs: theirs[field] };
    const { text, isTorn } = mergeText(versions, longest[field]);
    writing[field] = text;
    if (isTorn) conflicts.push({ field, mine: { text: versions.mine }, theirs: { text: versions.theirs } });
  }
  return { writing, conflicts };
}

/** True when every word is on the server, and confirmed. */
export function isSettled({ base, sent, local }: Journal): boolean {
  if (sent) return false;
  const { removed, placed } = changeBetween(base.document, local.document);
  return textNames.every((name) => base[name] === local[name]) && removed.length + placed.length === 0;
}

function writingOf({ title, noteBefore, noteAfter, document }: Draft): Writing {
  // safe: the server answers with nothing that it has not validated.
  return { title, noteBefore, noteAfter, document: document as Document };
}

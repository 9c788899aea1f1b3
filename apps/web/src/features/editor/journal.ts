import type { Draft, DraftSave } from "@muejam/contracts/draft";
import { changeBetween } from "@muejam/prose/change";
import type { Document } from "@muejam/prose/document";
import { type Conflict, merge } from "@muejam/prose/merge";

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
export function saveOf({ id, chapterId, seq, version, base, sent }: Journal): DraftSave {
  const { document, ...texts } = sent ?? base;
  return {
    chapterId,
    journalId: id,
    seq,
    baseVersion: version,
    ...Object.fromEntries(Object.entries(texts).filter(([name, text]) => Reflect.get(base, name) !== text)),
    ...changeBetween(base.document, document),
  };
}

export function confirm(journal: Journal, version: number): Journal {
  const { sent, base, seq } = journal;
  return { ...journal, version, base: sent ?? base, sent: null, seq: seq + 1 };
}

/** `conflicts`: where both had changed the same words, and both readings stand now. */
export type Met = { journal: Journal; conflicts: Conflict[] };

/** Somebody else's version came first: what was written here is put together with it. */
export function meet(journal: Journal, draft: Draft): Met {
  const { base, local, seq } = journal;
  const theirs = writingOf(draft);
  const mineOr = (name: "title" | "noteBefore" | "noteAfter") =>
    local[name] === base[name] ? theirs[name] : local[name];
  const { document, conflicts } = merge({ base: base.document, mine: local.document, theirs: theirs.document });
  const merged = {
    title: mineOr("title"),
    noteBefore: mineOr("noteBefore"),
    noteAfter: mineOr("noteAfter"),
    document,
  };
  return {
    journal: { ...journal, seq: seq + 1, version: draft.version, base: theirs, sent: null, local: merged },
    conflicts,
  };
}

/** What another journal of the same chapter holds, put into this one. */
export function takeIn({ journal, conflicts }: Met, { base, local }: Journal): Met {
  const { document: mine } = journal.local;
  const merged = merge({ base: base.document, mine, theirs: local.document });
  return { journal: write(journal, { document: merged.document }), conflicts: [...conflicts, ...merged.conflicts] };
}

/** True when every word is on the server, and confirmed. */
export function isSettled({ base, sent, local }: Journal): boolean {
  if (sent) return false;
  const { removed, placed } = changeBetween(base.document, local.document);
  const isSame = (name: "title" | "noteBefore" | "noteAfter") => base[name] === local[name];
  return isSame("title") && isSame("noteBefore") && isSame("noteAfter") && removed.length + placed.length === 0;
}

function writingOf({ title, noteBefore, noteAfter, document }: Draft): Writing {
  // safe: the server answers with nothing that it has not validated.
  return { title, noteBefore, noteAfter, document: document as Document };
}

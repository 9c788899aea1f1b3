import { type JournalHead, journalDb } from "../../lib/journal-db.ts";
import type { Journal } from "./journal.ts";
import { type Entry, replay } from "./journal-entries.ts";
import { readableJournal } from "./readable.ts";
import type { Batch } from "./recorder.ts";

type Owner = { profileId: string; storyId: string };

/** A power cut may take the last second with it; a tab or a browser that dies takes nothing. */
const lazily = { durability: "relaxed" } as const;

/**
 * Writes a journal's lines down, each face's for itself: what one wrote here must not come up as another's. Nothing is
 * asked of the device first, and nothing waits for this thread to come back to it: a chapter is being drawn meanwhile.
 */
export function lineWriter({ profileId, storyId }: Owner, unsentSince: number | null) {
  let since = unsentSince;
  let kept: JournalHead | undefined;
  return async ({ journal, isSettled, lines, gone }: Batch): Promise<void> => {
    const { id, chapterId, local } = journal;
    const key = { profileId, chapterId, id };
    since = isSettled ? null : (since ?? Date.now());
    const head = { ...key, storyId, title: local.title, touchedAt: Date.now(), unsentSince: since };
    const change = (await journalDb()).transaction(["heads", "lines"], "readwrite", lazily);
    const isDue = !kept || saysMore(head, kept);
    const all = [
      ...(isDue ? [change.objectStore("heads").put(head)] : []),
      ...gone.map((n) => change.objectStore("lines").delete([profileId, chapterId, id, n])),
      ...lines.map(({ n, entry }) => change.objectStore("lines").put({ ...key, n, entry })),
    ];
    change.commit();
    await Promise.all([...all, change.done]);
    if (isDue) kept = head;
  };
}

const touchMs = 10_000;

/** When it was touched last is no news with each key. */
const saysMore = (head: JournalHead, kept: JournalHead): boolean =>
  head.title !== kept.title || head.unsentSince !== kept.unsentSince || head.touchedAt - kept.touchedAt >= touchMs;

type Standing = { journal: Journal; next: number };
export type Left = Standing & { unsentSince: number | null };

/** What earlier editors of this chapter left unsent, the oldest first. */
export async function leftJournals(profileId: string, chapterId: string): Promise<Left[]> {
  const heads = await headsOf(profileId, chapterId);
  const unsent = heads.filter(({ unsentSince }) => unsentSince !== null);
  const inOrder = unsent.sort((a, b) => a.touchedAt - b.touchedAt);
  const left = await Promise.all(inOrder.map(async (head) => ({ ...(await read(head)), ...head })));
  return left.flatMap(({ entries, next, unsentSince }) => {
    const journal = replay(entries);
    return journal ? [{ journal: readableJournal(journal), next, unsentSince }] : [];
  });
}

/** One journal's words went into another's: the two are one step, or a crash in between would put them in twice. */
export async function takeOver(owner: Owner, whole: Standing, others: readonly Journal[]): Promise<number> {
  const entry: Entry = { at: Date.now(), kind: "began", journal: whole.journal };
  const { id, chapterId, local } = whole.journal;
  const key = { profileId: owner.profileId, chapterId, id };
  const change = (await journalDb()).transaction(["heads", "lines"], "readwrite");
  const heads = change.objectStore("heads");
  const touched = { touchedAt: Date.now(), unsentSince: Date.now() };
  const all: Promise<unknown>[] = [
    heads.put({ ...key, storyId: owner.storyId, title: local.title, ...touched }),
    change.objectStore("lines").put({ ...key, n: whole.next, entry }),
  ];
  for (const other of others) {
    const head = await heads.get([owner.profileId, chapterId, other.id]);
    if (head) all.push(heads.put({ ...head, unsentSince: null }));
  }
  await Promise.all([...all, change.done]);
  return whole.next + 1;
}

export type Told = { head: JournalHead; entries: Entry[] };

/** All that this device knows of a chapter, the journal that was touched last coming first. */
export async function journalsOf(profileId: string, chapterId: string): Promise<Told[]> {
  const heads = await headsOf(profileId, chapterId);
  const told = heads.map(async (head) => ({ head, entries: (await read(head)).entries }));
  return (await Promise.all(told)).sort((a, b) => b.head.touchedAt - a.head.touchedAt);
}

const keptDays = 14;
const keptJournals = 10;

/** What was confirmed long ago goes; what was not stays for ever. */
export async function thinJournals(profileId: string, chapterId: string): Promise<void> {
  const confirmed = (await headsOf(profileId, chapterId))
    .filter(({ unsentSince }) => unsentSince === null)
    .sort((a, b) => b.touchedAt - a.touchedAt);
  const since = Date.now() - keptDays * 86_400_000;
  const old = confirmed.filter(({ touchedAt }, index) => index >= keptJournals || touchedAt < since);
  const change = (await journalDb()).transaction(["heads", "lines"], "readwrite");
  const all = old.flatMap(({ id }) => [
    change.objectStore("heads").delete([profileId, chapterId, id]),
    change.objectStore("lines").delete(linesOf(profileId, chapterId, id)),
  ]);
  await Promise.all([...all, change.done]);
}

/** Held as long as the editor is open; null when another tab holds it, whose words these then are. */
export function claimJournal(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const whileHeld = (lock: Lock | null) => lock && new Promise<void>((release) => resolve(release));
    void navigator.locks.request(`muejam:journal:${id}`, { ifAvailable: true }, async (lock) => {
      if (!lock) resolve(null);
      await whileHeld(lock);
    });
  });
}

async function headsOf(profileId: string, chapterId: string): Promise<JournalHead[]> {
  const range = IDBKeyRange.bound([profileId, chapterId], [profileId, chapterId, []]);
  return (await journalDb()).getAll("heads", range);
}

async function read({ profileId, chapterId, id }: JournalHead): Promise<{ entries: Entry[]; next: number }> {
  const lines = await (await journalDb()).getAll("lines", linesOf(profileId, chapterId, id));
  // safe: nothing but this file and its earlier releases write there.
  return { entries: lines.map(({ entry }) => entry as Entry), next: (lines.at(-1)?.n ?? -1) + 1 };
}

const linesOf = (profileId: string, chapterId: string, id: string) =>
  IDBKeyRange.bound([profileId, chapterId, id], [profileId, chapterId, id, []]);

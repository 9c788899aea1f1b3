import { docVersion } from "@muejam/prose/document";
import { documentText } from "@muejam/prose/walk";
import { textNames, type Writing } from "./journal.ts";
import { type Entry, replay, type WritingChange } from "./journal-entries.ts";
import type { Told } from "./journal-store.ts";

/** One thing that happened: `words` are those it was about, if it was about some. */
export type Happened = { at: number; entry: Entry; words: string; journal: string; until: number };

/** What this device knows of a chapter's words, the latest first. Keys that were pressed in one place are one thing. */
export function whatHappened(told: readonly Told[]): Happened[] {
  const all = told.flatMap(({ head, entries }) =>
    entries.map((entry, index) => ({ at: entry.at, entry, words: wordsOf(entry), journal: head.id, until: index + 1 })),
  );
  const sorted = all.sort((a, b) => b.at - a.at || b.until - a.until);
  return sorted.filter((one, index) => !isSamePlace(sorted[index - 1], one));
}

/** The words as they stood then. */
export function wordsThen(told: readonly Told[], { journal, until }: Happened): Writing | null {
  const entries = told.find(({ head }) => head.id === journal)?.entries ?? [];
  return replay(entries.slice(0, until))?.local ?? null;
}

const minute = 60_000;

function isSamePlace(later: Happened | undefined, { entry, at, journal }: Happened): boolean {
  if (later?.entry.kind !== "wrote" || entry.kind !== "wrote" || later.journal !== journal) return false;
  return (
    Math.floor(at / minute) === Math.floor(later.at / minute) && placeOf(later.entry.change) === placeOf(entry.change)
  );
}

const placeOf = ({ placed, ...rest }: WritingChange) =>
  placed.map(({ block }) => block.attrs.id).join() || textNames.filter((name) => rest[name] !== undefined).join();

function wordsOf(entry: Entry): string {
  if (entry.kind !== "wrote") return "";
  const { placed, ...texts } = entry.change;
  const content = placed.map(({ block }) => block);
  const written = content.length > 0 ? documentText({ type: "doc", attrs: { docVersion }, content }) : "";
  return [...textNames.map((name) => texts[name] ?? ""), written].filter(Boolean).join(" ").trim();
}

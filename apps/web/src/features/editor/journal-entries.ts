import { applyChange, type Change, changeBetween } from "@muejam/prose/change";
import { type AnyConflict, confirm, type Journal, joined, send, textNames, type Writing, write } from "./journal.ts";

export type WritingChange = Partial<Omit<Writing, "document">> & Change;

/** What happened to the words, in the order in which it did. A journal is what comes of its entries. */
export type Entry = { at: number } & Happening;
export type Happening =
  | { kind: "began"; journal: Journal }
  | { kind: "wrote"; change: WritingChange }
  | { kind: "sent" }
  | { kind: "confirmed"; version: number; words: number }
  | { kind: "met"; version: number; seq: number; base: WritingChange; local: WritingChange; conflicts: AnyConflict[] }
  | { kind: "recovered" }
  | { kind: "held"; by: "offline" | "silent" | "signed-out" | "someone-else" | "refused" | "outdated" }
  | { kind: "freed" };

export function changeOf(before: Writing, after: Writing): WritingChange {
  const texts = textNames.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]);
  return { ...Object.fromEntries(texts), ...changeBetween(before.document, after.document) };
}

/** Throws what cannot be: a change that speaks of blocks which are not there. */
export function changed(writing: Writing, { removed, placed, ...texts }: WritingChange): Writing {
  const document = applyChange(writing.document, { removed, placed });
  if (!document) throw new Error("The journal speaks of a block that is not there.");
  return { ...writing, ...texts, document };
}

/** The journal as it stood after these entries; null when they do not begin at its beginning. */
export function replay(entries: readonly Entry[]): Journal | null {
  let journal: Journal | null = null;
  for (const entry of entries) journal = entry.kind === "began" ? entry.journal : journal && after(journal, entry);
  return journal;
}

export const metBy = (before: Journal, met: Journal, conflicts: AnyConflict[]): Happening => ({
  kind: "met",
  version: met.version,
  seq: met.seq,
  base: changeOf(before.base, met.base),
  local: changeOf(before.local, met.local),
  conflicts,
});

function after(journal: Journal, entry: Entry): Journal {
  switch (entry.kind) {
    case "wrote":
      return write(journal, changed(journal.local, entry.change));
    case "sent":
      return send(journal);
    case "confirmed":
      return confirm(journal, entry.version);
    case "met": {
      const [base, local] = [changed(journal.base, entry.base), changed(journal.local, entry.local)];
      return joined(journal, { version: entry.version, seq: entry.seq, base, local });
    }
    default:
      return journal;
  }
}

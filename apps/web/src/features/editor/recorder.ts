import { isSettled, type Journal } from "./journal.ts";
import { changeOf, type Entry } from "./journal-entries.ts";

export type Line = { n: number; entry: Entry };
/** What goes to the device at once: all of it or nothing. */
export type Batch = { journal: Journal; isSettled: boolean; lines: Line[]; gone: number[] };

type Ports = { append(batch: Batch): Promise<void>; tell(isKept: boolean): void };

/**
 * Writes down what happens, before anything else is done with it. Lines are only added, but for one thing: when a save
 * was confirmed, the keys that were pressed for it become the one change that they were.
 */
export function openRecorder(begun: { journal: Journal; next: number }, { append, tell }: Ports) {
  let { journal, next } = begun;
  let lines: Line[] = [];
  let gone: number[] = [];
  let writing: Promise<void> | null = null;
  /** What was written since the last save was begun, and on top of what. */
  let run = { from: journal.local, written: [] as number[] };
  let sent: { written: number[]; entry: Entry } | null = null;

  function add(entry: Entry): void {
    lines.push({ n: next, entry });
    next += 1;
  }

  function thin(): void {
    const [first, ...others] = sent?.written ?? [];
    if (first !== undefined && sent && others.length > 0) {
      const thinned = new Set(sent.written);
      lines = [...lines.filter(({ n }) => !thinned.has(n)), { n: first, entry: sent.entry }];
      gone.push(...others);
    }
    sent = null;
  }

  async function writeAll(): Promise<void> {
    while (lines.length > 0) {
      const batch: Batch = { journal, isSettled: isSettled(journal), lines, gone };
      [lines, gone] = [[], []];
      try {
        await append(batch);
      } catch {
        // A line that was thinned meanwhile is the newer one.
        const newer = new Set([...lines.map(({ n }) => n), ...gone]);
        lines = [...batch.lines.filter(({ n }) => !newer.has(n)), ...lines];
        gone = [...batch.gone, ...gone];
        return tell(false);
      }
      tell(true);
    }
  }

  function flush(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = null;
    });
    return writing;
  }

  return {
    /** Resolves when all of it is on this device, or is known not to be. */
    flush,
    /** `after` is the journal with the entry in it. */
    record(entry: Entry, after: Journal): void {
      const isWriting = entry.kind === "wrote" || entry.kind === "met";
      // Whoever only looks leaves nothing behind.
      if (next === 0 && !isWriting) return;
      if (next === 0) add({ at: entry.at, kind: "began", journal });
      if (entry.kind === "wrote") run.written.push(next);
      if (entry.kind === "sent") {
        const change = changeOf(run.from, after.local);
        sent = { written: run.written, entry: { at: entry.at, kind: "wrote", change } };
      }
      add(entry);
      if (entry.kind === "confirmed") thin();
      if (entry.kind === "met") sent = null;
      if (entry.kind === "sent" || entry.kind === "met") run = { from: after.local, written: [] };
      journal = after;
      void flush();
    },
  };
}

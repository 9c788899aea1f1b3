import { replay } from "../features/editor/journal-entries.ts";
import type { Batch } from "../features/editor/recorder.ts";

/** What a browser keeps, line by line, copied as it copies. */
export function makeDevice() {
  const journals = new Map<string, { isSettled: boolean; lines: Map<number, Batch["lines"][number]> }>();
  return {
    append({ journal: { id }, isSettled, lines, gone }: Batch): void {
      const kept = journals.get(id) ?? { isSettled, lines: new Map() };
      for (const n of gone) kept.lines.delete(n);
      for (const line of structuredClone(lines)) kept.lines.set(line.n, line);
      journals.set(id, { ...kept, isSettled });
    },
    forget: (id: string) => journals.delete(id),
    read(id: string) {
      const lines = [...(journals.get(id)?.lines.values() ?? [])].toSorted((a, b) => a.n - b.n);
      const journal = replay(lines.map(({ entry }) => entry));
      return journal ? { journal, next: (lines.at(-1)?.n ?? 0) + 1 } : undefined;
    },
    unsent() {
      return [...journals].flatMap(([id, { isSettled }]) => (isSettled ? [] : (this.read(id) ?? [])));
    },
    size: () => JSON.stringify([...journals.values()].map(({ lines }) => [...lines.values()])).length,
    lineCount: () => [...journals.values()].reduce((sum, { lines }) => sum + lines.size, 0),
  };
}

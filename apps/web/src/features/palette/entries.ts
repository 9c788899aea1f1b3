export type Entry = {
  id: string;
  group: "exact" | "pages" | "reading" | "writing" | "faces" | "look";
  name: string;
  about?: string;
  /** Of the name, where it is not the page's. */
  language?: string;
  go: { to: string } | { run: () => void };
};

/** All that have each of the typed words; those whose name begins with them come first within their group. */
export function findEntries(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = wordsIn(typed);
  if (wanted.length === 0) return entries.filter(({ group }) => group !== "look" && group !== "faces");
  const groups = new Map<Entry["group"], { entry: Entry; rank: number }[]>();
  for (const entry of entries) {
    const rank = entry.group === "exact" ? 0 : rankOf(entry, wanted);
    if (rank === null) continue;
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), { entry, rank }]);
  }
  return [...groups.values()].flatMap((found) => found.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

function rankOf({ name, about = "" }: Entry, wanted: readonly string[]): number | null {
  const [named, told] = [wordsIn(name), wordsIn(about)];
  if (!wanted.every((word) => [...named, ...told].some((own) => own.includes(word)))) return null;
  if (named.join(" ").startsWith(wanted.join(" "))) return 0;
  return wanted.every((word) => named.some((own) => own.startsWith(word))) ? 1 : 2;
}

/** Without accents and signs, so that `ecume` finds `Écume`. */
function wordsIn(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

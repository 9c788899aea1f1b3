import { diffIndices } from "node-diff3";
import { isSame } from "./same.ts";
import { type Side, sortSides, type Three } from "./three-way.ts";

/** From one token up to another. */
export type Span = [from: number, until: number];

/**
 * Whose words are to stand there; `either`: both wrote the same, `neither`: they only took words away, `both`: each wrote
 * something that the other did not.
 */
export type Region = Three<Span> & { take: Side | "either" | "neither" | "both" };

/** What one side, whose `tokens` they are, wrote instead of some of the base's. */
type Hunk = { side: Side; base: Span; own: Span; tokens: string[] };

/** Two rewritten places with fewer words between them than this were rewritten as one. */
const apart = 3;

/** Above this many comparisons what differs counts as rewritten, so that no text, however long, makes anybody wait. */
const effortMax = 4_000_000;

/** Where either side differs from the base, in order. What lies between is the same on all three. */
export function regionsOf({ base, mine, theirs }: Three<string[]>): Region[] {
  const hunks = [...hunksOf("mine", base, mine), ...hunksOf("theirs", base, theirs)].sort(
    (a, b) => a.base[0] - b.base[0] || a.base[1] - b.base[1],
  );
  // Words put in beside a place that the other changed are in nobody's way, unless they are there already.
  const groups = together(hunks, touches).flatMap((group) =>
    takeOf(group) === "both" ? together(group, overlaps) : [group],
  );
  const isTorn = groups.some((group) => takeOf(group) === "both");
  // Seen as a whole, one side may hold all that the other did, though place by place it seems otherwise.
  const places = isTorn && takeOf(hunks) !== "both" ? [hunks] : joinNear(groups);
  const shift = { mine: 0, theirs: 0 };
  return places.map((group) => {
    const [from, until] = reach(group);
    const spanOf = (side: Side): Span => {
      const start = from + shift[side];
      for (const hunk of group) if (hunk.side === side) shift[side] = hunk.own[1] - hunk.base[1];
      return [start, until + shift[side]];
    };
    return { base: [from, until], mine: spanOf("mine"), theirs: spanOf("theirs"), take: takeOf(group) };
  });
}

/** Compares without the words that stand at both ends, which are most of them. */
function hunksOf(side: Side, base: string[], other: string[]): Hunk[] {
  const least = Math.min(base.length, other.length);
  let start = 0;
  while (start < least && base[start] === other[start]) start += 1;
  let end = 0;
  while (end < least - start && base.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [before, after] = [base.slice(start, base.length - end), other.slice(start, other.length - end)];
  if (before.length + after.length === 0) return [];
  const whole = { buffer1: [0, before.length], buffer2: [0, after.length] } as const;
  const found = before.length * after.length > effortMax ? [whole] : diffIndices(before, after);
  return found.map(({ buffer1: [from, length], buffer2: [to, count] }) => ({
    side,
    base: [start + from, start + from + length],
    own: [start + to, start + to + count],
    tokens: other,
  }));
}

type Meets = (group: Hunk[], hunk: Hunk) => boolean;
const touches: Meets = (group, hunk) => hunk.base[0] <= reach(group)[1];
/** Of two that only put words in, those at one place. */
const overlaps: Meets = (group, hunk) => hunk.base[0] < reach(group)[1] || hunk.base[1] === reach(group)[0];

function together(hunks: Hunk[], meets: Meets): Hunk[][] {
  const groups: Hunk[][] = [];
  for (const hunk of hunks) {
    const group = groups.at(-1);
    if (group && meets(group, hunk)) group.push(hunk);
    else groups.push([hunk]);
  }
  return groups;
}

/** Otherwise two new sentences would be cut up at each "the" that they share. */
function joinNear(groups: Hunk[][]): Hunk[][] {
  const joined: Hunk[][] = [];
  let last = -1;
  for (const group of groups) {
    joined.push(group);
    if (takeOf(group) !== "both") continue;
    const before = joined[last];
    if (before && reach(group)[0] - reach(before)[1] < apart)
      joined.splice(last, joined.length, joined.slice(last).flat());
    else last = joined.length - 1;
  }
  return joined;
}

function takeOf(group: Hunk[]): Region["take"] {
  const [mine, theirs] = [group.filter(({ side }) => side === "mine"), group.filter(({ side }) => side === "theirs")];
  if (theirs.length === 0) return "mine";
  if (mine.length === 0) return "theirs";
  const readings = { mine: readingAt(mine, reach(group)), theirs: readingAt(theirs, reach(group)) };
  if (isSame(readings.mine, readings.theirs)) return "either";
  const [own, others] = [spell(readings.mine), spell(readings.theirs)];
  // They differ in a space.
  if (own === others) return sortSides(readings)[0];
  if (group.every((hunk) => hunk.own[0] === hunk.own[1])) return "neither";
  // One may have it all: as when a merge is made again.
  if (didAll(mine, theirs) !== didAll(theirs, mine)) return didAll(mine, theirs) ? "mine" : "theirs";
  if (own !== nothing && others.includes(own)) return "theirs";
  return others !== nothing && own.includes(others) ? "mine" : "both";
}

/** Whether one side took away all that the other did, and wrote, in this order, what the other wrote. */
function didAll(all: Hunk[], some: Hunk[]): boolean {
  const written = all.map(({ tokens, own }) => spell(tokens.slice(...own))).join("\u0003");
  let at = 0;
  return some.every(({ base: [from, until], tokens, own }) => {
    const words = spell(tokens.slice(...own));
    const found = written.indexOf(words, at);
    at = found + words.length - 1;
    return found >= 0 && (from === until || all.some(({ base }) => base[0] <= from && until <= base[1]));
  });
}

/** What a side has in place of these words of the base. */
function readingAt(hunks: Hunk[], [from, until]: Span): string[] {
  const [first, last] = [hunks.at(0), hunks.at(-1)];
  if (!first || !last) return [];
  return first.tokens.slice(from + first.own[0] - first.base[0], until + last.own[1] - last.base[1]);
}

const spell = (tokens: string[]) => `\u0000${tokens.map((key) => `${key.trim()}\u0000`).join("")}`;
const reach = (group: Hunk[]): Span => [group[0]?.base[0] ?? 0, Math.max(0, ...group.map(({ base }) => base[1]))];
const nothing = spell([]);

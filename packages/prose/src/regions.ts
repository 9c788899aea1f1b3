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

/** What one side, whose `tokens` they are, wrote instead of some of the base's; `shared`: which of its own are which of the other's, written there too. */
type Hunk = { side: Side; base: Span; own: Span; tokens: string[]; shared: Map<number, number> };

/** Two rewritten places with fewer words between them than this were rewritten as one. */
const apart = 3;

/** Above this many comparisons what differs counts as rewritten, so that no text, however long, makes anybody wait. */
const effortMax = 4_000_000;

/** Where either side differs from the base, in order. What lies between is the same on all three. */
export function regionsOf({ base, mine, theirs }: Three<string[]>): Region[] {
  const hunks = [...hunksOf("mine", base, mine), ...hunksOf("theirs", base, theirs)].sort(
    (a, b) => a.base[0] - b.base[0] || a.base[1] - b.base[1],
  );
  findShared(hunks, { mine, theirs });
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

function hunksOf(side: Side, base: string[], other: string[]): Hunk[] {
  return diff(base, other).map(({ buffer1: [from, length], buffer2: [to, count] }) => ({
    side,
    base: [from, from + length],
    own: [to, to + count],
    tokens: other,
    shared: new Map<number, number>(),
  }));
}

type Difference = Record<"buffer1" | "buffer2", Span>;

/** From where and how many. Compares without the words that stand at both ends, which are most of them. */
function diff(base: string[], other: string[]): Difference[] {
  const least = Math.min(base.length, other.length);
  let start = 0;
  while (start < least && base[start] === other[start]) start += 1;
  let end = 0;
  while (end < least - start && base.at(-1 - end) === other.at(-1 - end)) end += 1;
  const [before, after] = [base.slice(start, base.length - end), other.slice(start, other.length - end)];
  if (before.length + after.length === 0) return [];
  const whole = { buffer1: [0, before.length], buffer2: [0, after.length] } satisfies Difference;
  const found: Difference[] = before.length * after.length > effortMax ? [whole] : diffIndices(before, after);
  return found.map(({ buffer1, buffer2 }) => ({
    buffer1: [start + buffer1[0], buffer1[1]],
    buffer2: [start + buffer2[0], buffer2[1]],
  }));
}

/** Words that are new on both sides and stand alike in both: as when one of them is a merge already. */
function findShared(hunks: Hunk[], tokens: Record<Side, string[]>): void {
  if (new Set(hunks.map(({ side }) => side)).size < 2) return;
  // Of several ways to lay two texts beside each other, the same one is found whoever merges.
  const [first, second] = sortSides(tokens);
  const hunkAt = (side: Side, at: number) =>
    hunks.find((hunk) => hunk.side === side && hunk.own[0] <= at && at < hunk.own[1]);
  const end: Difference = { buffer1: [tokens[first].length, 0], buffer2: [tokens[second].length, 0] };
  let [at, to] = [0, 0];
  for (const { buffer1, buffer2 } of [...diff(tokens[first], tokens[second]), end]) {
    for (; at < buffer1[0]; at += 1, to += 1) {
      const [here, there] = [hunkAt(first, at), hunkAt(second, to)];
      if (!here || !there) continue;
      here.shared.set(at, to);
      there.shared.set(to, at);
    }
    [at, to] = [buffer1[0] + buffer1[1], buffer2[0] + buffer2[1]];
  }
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
  const [isMineThere, areTheirsHere] = [areAmong(theirs, mine), areAmong(mine, theirs)];
  if (isMineThere !== areTheirsHere) return isMineThere ? "theirs" : "mine";
  if (didAll(mine, theirs) !== didAll(theirs, mine)) return didAll(mine, theirs) ? "mine" : "theirs";
  if (isMineThere) return sortSides(readings)[0];
  if (own !== nothing && others.includes(own)) return "theirs";
  return others !== nothing && own.includes(others) ? "mine" : "both";
}

/** Whether `some` wrote new words, and all of them stand among the other's of this very place. */
function areAmong(others: Hunk[], some: Hunk[]): boolean {
  const isThere = (at: number | undefined) =>
    at !== undefined && others.some(({ own: [from, until] }) => from <= at && at < until);
  const isNew = some.some(({ own: [from, until] }) => from < until);
  return isNew && some.every(({ own, shared }) => range(...own).every((at) => isThere(shared.get(at))));
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

const range = (from: number, until: number) => Array.from({ length: until - from }, (_, index) => from + index);
const spell = (tokens: string[]) => `\u0000${tokens.map((key) => `${key.trim()}\u0000`).join("")}`;
const reach = (group: Hunk[]): Span => [group[0]?.base[0] ?? 0, Math.max(0, ...group.map(({ base }) => base[1]))];
const nothing = spell([]);

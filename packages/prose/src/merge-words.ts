import type { Inline } from "./document.ts";
import { joinInline } from "./marks.ts";
import { carryMarks, mergeMarks, withoutMarks } from "./merge-marks.ts";
import { readingOf } from "./reading.ts";
import { type Region, regionsOf, type Span } from "./regions.ts";
import { isSame } from "./same.ts";
import { mapThree, pick, type Side, sortSides, type Three } from "./three-way.ts";
import { plainText } from "./walk.ts";
import { isSpaceless, runTogether, type Token, tokensOf } from "./word-tokens.ts";

/** What one side made of the words, and where that stands now; `span` is null for a whole block, `text` empty where it took them away. */
export type Reading = { block: string; span: Span | null; text: string };
export type Conflict = Record<Side, Reading>;

type Tokens = Three<Token[]>;

/** One block's words. Where both changed the same ones, both readings stand there, one after the other. */
export function mergeWords(
  block: string,
  contents: Three<readonly Inline[] | undefined>,
): { content: Inline[]; conflicts: Conflict[] } {
  const tokens = mapThree(contents, tokensOf);
  const merged: Inline[] = [];
  const conflicts: Conflict[] = [];
  let length = 0;
  const put = (nodes: readonly Inline[]): Span => {
    const last = merged.at(-1);
    if (last?.type === "text" && runTogether(last.text, plainText(nodes))) put([space]);
    merged.push(...nodes);
    length += plainText(nodes).length;
    return [length - plainText(nodes).length, length];
  };
  const at = { base: 0, mine: 0, theirs: 0 };
  const putShared = (until: number) => {
    for (; at.base < until; at.base += 1, at.mine += 1, at.theirs += 1)
      put(sameWord(mapThree(names, (name) => tokens[name][at[name]]?.nodes ?? [])));
  };
  for (const region of regionsOf(mapThree(tokens, keysOf))) {
    putShared(region.base[0]);
    const readings = mapThree(names, (name) => tokens[name].slice(...region[name]));
    if (region.take === "both") conflicts.push(putBoth(block, readings, put));
    else if (region.take === "either") put(bothMarks(readings));
    else if (region.take !== "neither") put(carried(tokens, region, region.take));
    for (const name of Object.values(names)) at[name] = region[name][1];
  }
  putShared(tokens.base.length);
  return { content: joinInline(merged), conflicts };
}

/** The same new words from both, in the marks that either gave them. */
function bothMarks({ mine, theirs }: Tokens): Inline[] {
  return mine.flatMap(({ nodes }, index) => {
    const others = theirs[index]?.nodes ?? nodes;
    const base = (plainText(nodes) < plainText(others) ? others : nodes).map(withoutMarks);
    return sameWord({ base, mine: nodes, theirs: others });
  });
}

/** A word that all have, with the space that one side gave it or took from it. */
function sameWord({ base, mine, theirs }: Three<Inline[]>): Inline[] {
  const texts = mapThree({ base, mine, theirs }, plainText);
  if (texts.mine === texts.theirs && texts.base !== texts.mine)
    return mergeMarks({ base: mine.map(withoutMarks), mine, theirs });
  if (texts.mine === texts.theirs) return mergeMarks({ base, mine, theirs });
  return pick(texts) === texts.mine
    ? carryMarks(mine, { base, other: theirs })
    : carryMarks(theirs, { base, other: mine });
}

/** One side's new words, in the marks that the other put on what stood there. */
function carried(tokens: Tokens, region: Region, side: Side): Inline[] {
  const own = nodesOf(tokens[side].slice(...region[side]));
  // Words put in between have nothing in their place, so their neighbours speak for it.
  const reach = region.base[0] === region.base[1] ? 1 : 0;
  const [base, other] = (["base", side === "mine" ? "theirs" : "mine"] as const).map((name) =>
    tokens[name].slice(Math.max(0, region[name][0] - reach), region[name][1] + reach),
  );
  if (!base || !other || base.length < 2 * reach || !isSame(keysOf(base), keysOf(other))) return own;
  return carryMarks(own, { base: nodesOf(base), other: nodesOf(other) });
}

function putBoth(block: string, readings: Record<Side, Token[]>, put: (nodes: readonly Inline[]) => Span): Conflict {
  const spans: Partial<Record<Side, Span>> = {};
  const order = sortSides({ mine: keysOf(readings.mine).join(""), theirs: keysOf(readings.theirs).join("") });
  let before: Inline[] = [];
  for (const side of order) {
    const nodes = nodesOf(readings[side]);
    if (needSpace(plainText(before), plainText(nodes))) put([space]);
    spans[side] = put(nodes);
    before = nodes;
  }
  const toReading = (side: Side): Reading => ({
    block,
    span: spans[side] ?? null,
    text: readingOf(nodesOf(readings[side])),
  });
  return { mine: toReading("mine"), theirs: toReading("theirs") };
}

/** Only the first words of a block or a line come without the space that parts them from others. */
function needSpace(before: string, after: string): boolean {
  return /[^\s\p{Ps}\p{Pi}]$/u.test(before) && /^[\p{L}\p{N}\p{Ps}\p{Pi}]/u.test(after) && !isSpaceless(after);
}

const space: Inline = { type: "text", text: " " };
const names = { base: "base", mine: "mine", theirs: "theirs" } as const;
const keysOf = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
const nodesOf = (tokens: readonly Token[]) => tokens.flatMap(({ nodes }) => nodes);

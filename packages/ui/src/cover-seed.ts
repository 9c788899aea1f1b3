/** Papers by their names in cover.css. */
const papers = ["duck-egg", "buff", "rose", "slate", "lemon", "bottle", "brick", "mist"] as const;
export type Paper = (typeof papers)[number];

const designs = ["wrapper", "tide", "tessera", "lamp"] as const;
export type Design = (typeof designs)[number];

/** Each call another number from nought to one, and for one seed always the same row of them. */
export type Dice = () => number;

/** The same seed, the same cover, on every machine. */
export function drawLots(seed: string): { design: Design; paper: Paper; dice: Dice } {
  const mixed = hash(seed);
  return {
    design: designs[mixed % designs.length] ?? "wrapper",
    paper: papers[(mixed >>> 3) % papers.length] ?? "duck-egg",
    dice: diceOf(mixed),
  };
}

/** FNV-1a with a final mix, since its low bits alone are not even. */
function hash(text: string): number {
  let mixed = 2166136261;
  for (const letter of text) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 16777619);
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Mulberry32. */
function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

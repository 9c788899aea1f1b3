import { canonicalJson } from "./canonical-json.ts";
import { isSame } from "./same.ts";

export type Three<T> = { base: T; mine: T; theirs: T };
export type Side = "mine" | "theirs";

/** The value that one side changed, and of two that both changed, the one that sorts first: on every device the same. */
export function pick<T>({ base, mine, theirs }: Three<T>): T {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  return sortSides({ mine, theirs })[0] === "mine" ? mine : theirs;
}

/** True when no choice between the two is right. */
export function isTorn({ base, mine, theirs }: Three<unknown>): boolean {
  return !isSame(mine, base) && !isSame(theirs, base) && !isSame(mine, theirs);
}

export function mapThree<From, To>({ base, mine, theirs }: Three<From>, map: (one: From) => To): Three<To> {
  return { base: map(base), mine: map(mine), theirs: map(theirs) };
}

/** In an order that does not depend on who is called what, so that a merge made anywhere is the same merge. */
export function sortSides({ mine, theirs }: Record<Side, unknown>): [Side, Side] {
  return order(mine) <= order(theirs) ? ["mine", "theirs"] : ["theirs", "mine"];
}

const order = (value: unknown) => (typeof value === "string" ? value : canonicalJson(value ?? null));

/**
 * Who is where in a place, for as long as they keep saying so. A courtesy and never truth: nothing is allowed or refused
 * by it, and when it cannot be told, nobody is anywhere.
 */
export type Presence = {
  /** True when they were not at this spot before. */
  enter(place: string, who: string, spot: string): Promise<boolean>;
  leave(place: string, who: string): Promise<void>;
  /** The spot of each. */
  list(place: string): Promise<Map<string, string>>;
};

/** Whoever says nothing for so long is gone; twice what they wait between two words, and some more. */
export const presenceMs = 45_000;

/** Within this process. */
export function createLocalPresence(now: () => number = Date.now): Presence {
  const places = new Map<string, Map<string, { spot: string; until: number }>>();
  const here = (place: string) => {
    const present = places.get(place);
    for (const [who, { until }] of present ?? []) if (until <= now()) present?.delete(who);
    if (present?.size === 0) places.delete(place);
    return places.get(place);
  };
  return {
    async enter(place, who, spot) {
      const present = here(place) ?? new Map();
      const isNew = present.get(who)?.spot !== spot;
      places.set(place, present.set(who, { spot, until: now() + presenceMs }));
      return isNew;
    },
    async leave(place, who) {
      places.get(place)?.delete(who);
    },
    async list(place) {
      return new Map([...(here(place) ?? [])].map(([who, { spot }]) => [who, spot]));
    },
  };
}

/** An open page of somebody's: each is there by itself. */
export const pageOf = (who: string, page = ""): string => `${who} ${page}`;
export const whoseOf = (page: string): string => page.split(" ", 1)[0] ?? "";

/** With every page of theirs. */
export async function leaveWhole(presence: Presence, place: string, who: string): Promise<void> {
  for (const page of (await presence.list(place)).keys()) if (whoseOf(page) === who) await presence.leave(place, page);
}

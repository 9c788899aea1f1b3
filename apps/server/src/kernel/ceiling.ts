export type Ceiling = {
  /** How to leave again; null when it is full, or when this caller holds their share of it. */
  enter(who: string): (() => void) | null;
  readonly inside: number;
};

/**
 * Counts what is going on at once and lets in no more than `max`, and of one caller no more than their share: who sends
 * slowly would otherwise shut everybody out with a single machine.
 */
export function createCeiling(max: number, share = Math.ceil(max / 4)): Ceiling {
  const places = new Map<string, number>();
  let inside = 0;
  return {
    get inside() {
      return inside;
    },
    enter(who) {
      const own = places.get(who) ?? 0;
      if (inside >= max || own >= share) return null;
      inside += 1;
      places.set(who, own + 1);
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        inside -= 1;
        const left = (places.get(who) ?? 1) - 1;
        if (left > 0) places.set(who, left);
        else places.delete(who);
      };
    },
  };
}

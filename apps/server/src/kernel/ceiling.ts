export type Ceiling = {
  /** How to leave again; null when it is full. */
  enter(): (() => void) | null;
  readonly inside: number;
};

/** Counts what is going on at once and lets in no more than `max`. */
export function createCeiling(max: number): Ceiling {
  let inside = 0;
  return {
    get inside() {
      return inside;
    },
    enter() {
      if (inside >= max) return null;
      inside += 1;
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        inside -= 1;
      };
    },
  };
}

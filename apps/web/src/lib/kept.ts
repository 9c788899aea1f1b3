/** A word kept by the browser, if it keeps anything: one that is told to keep nothing throws at the very question. */
export function keptIn(area: () => Storage) {
  return {
    get(key: string): string | null {
      try {
        return area().getItem(key);
      } catch {
        return null;
      }
    },
    set(key: string, value: string | null): void {
      try {
        if (value === null) area().removeItem(key);
        else area().setItem(key, value);
      } catch {
        // What is not kept is asked for again.
      }
    },
  };
}

export type Kept = ReturnType<typeof keptIn>;

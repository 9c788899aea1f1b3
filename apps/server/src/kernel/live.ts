/**
 * Says that there may be something new for a profile, never what. Hints get lost with a process or a connection, so
 * whoever listens reads again from time to time all the same.
 */
export type Live = {
  announce(profileIds: readonly string[]): Promise<void>;
  listen(profileId: string, onHint: () => void): () => void;
};

/** What a profile listens to beside its news: whether there is something new where it writes. Heard in this order. */
export const deskOf = (profileId: string): [desk: string, profile: string] => [`desk:${profileId}`, profileId];

/** Within this process. */
export function createLocalLive(): Live {
  const listeners = new Map<string, Set<() => void>>();
  return {
    async announce(profileIds) {
      for (const id of profileIds) for (const tell of listeners.get(id) ?? []) tell();
    },
    listen(profileId, onHint) {
      // Each a function of its own, so that one listener heard twice is not one.
      const tell = () => onHint();
      const all = listeners.get(profileId) ?? new Set();
      listeners.set(profileId, all.add(tell));
      return () => {
        all.delete(tell);
        if (all.size === 0 && listeners.get(profileId) === all) listeners.delete(profileId);
      };
    },
  };
}

export type Hints = { next(patienceMs: number): Promise<void>; close(): void };

/** Hints to wait for, one at a time: however many come while nobody waits, they are one, and none is lost. */
export function hintsFor(live: Live, profileId: string, stop: AbortSignal): Hints {
  let isHinted = false;
  let wake: (() => void) | undefined;
  const stopListening = live.listen(profileId, () => {
    isHinted = true;
    wake?.();
  });
  const onStop = () => wake?.();
  stop.addEventListener("abort", onStop);
  return {
    async next(patienceMs) {
      if (!isHinted && !stop.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, patienceMs);
        wake = resolve;
        await promise;
        clearTimeout(timer);
      }
      isHinted = false;
    },
    close() {
      stopListening();
      stop.removeEventListener("abort", onStop);
    },
  };
}

import { type Buckets, type Limits, takeFrom } from "../kernel/limits.ts";

type Options = { now?: () => number; maxEntries?: number };

/** Holds no more than `maxEntries` counters: the ones longest untouched are forgotten first. */
export function createMemoryLimits({ now = Date.now, maxEntries = 50_000 }: Options = {}): Limits {
  const counters = new Map<string, Buckets>();
  return {
    async take(limit, who, cost = 1) {
      const key = `${limit.name}/${limit.windowSeconds}:${who}`;
      const { taken, buckets } = takeFrom(counters.get(key), { limit, cost, nowMs: Math.floor(now()) });
      counters.delete(key);
      if (buckets) counters.set(key, buckets);
      if (counters.size > maxEntries) counters.delete(counters.keys().next().value ?? "");
      return taken;
    },
  };
}

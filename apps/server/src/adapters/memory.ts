import type { Registry } from "prom-client";
import { registerBreakerMetrics } from "../kernel/breaker.ts";
import { type Cache, createCache } from "../kernel/cache.ts";
import { createCacheMetrics } from "../kernel/cache-metrics.ts";
import type { Limits } from "../kernel/limits.ts";
import { createLocalLive, type Live } from "../kernel/live.ts";
import { createLocalPresence, type Presence } from "../kernel/presence.ts";
import { createSingleProcessVersions } from "../kernel/tag-versions.ts";
import { createMemoryLimits } from "./memory-limits.ts";

/** What stands on Redis when there is one, and in this process when it is the only one. */
export type Kit = {
  cache: Cache;
  limits: Limits;
  live: Live;
  presence: Presence;
  /** Resolves when it answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export function createMemoryKit({ registry, now }: { registry: Registry; now?: () => number }): Kit {
  registerBreakerMetrics(registry);
  return {
    cache: createCache({ versions: createSingleProcessVersions(), metrics: createCacheMetrics(registry) }),
    limits: createMemoryLimits(now ? { now } : {}),
    live: createLocalLive(),
    presence: createLocalPresence(now),
    ping: async () => undefined,
    close: async () => undefined,
  };
}

import type { Registry } from "prom-client";
import { registerBreakerMetrics } from "../kernel/breaker.ts";
import { createCache } from "../kernel/cache.ts";
import { createCacheMetrics } from "../kernel/cache-metrics.ts";
import { createMirroredVersions } from "../kernel/cache-mirror.ts";
import { createFallbackLimits } from "../kernel/limits-fallback.ts";
import type { Kit } from "./memory.ts";
import { createMemoryLimits } from "./memory-limits.ts";
import { openRedis, type RedisPlace } from "./redis.ts";
import { createRedisStore, createRedisVersions } from "./redis-cache.ts";
import { createRedisLimits } from "./redis-limits.ts";
import { createRedisLive } from "./redis-live.ts";
import { createRedisPresence } from "./redis-presence.ts";

type Options = RedisPlace & { registry: Registry; now?: () => number };

export async function createRedisKit({ registry, now = Date.now, ...place }: Options): Promise<Kit> {
  registerBreakerMetrics(registry);
  const { log } = place;
  const link = await openRedis(place);
  const metrics = createCacheMetrics(registry);
  const versions = createMirroredVersions({
    remote: createRedisVersions(link),
    log,
    onAlone: (isAlone) => metrics.alone.set(isAlone ? 1 : 0),
  });
  return {
    cache: createCache({ versions, metrics, remote: createRedisStore(link) }),
    limits: createFallbackLimits({ shared: createRedisLimits(link, now), memory: createMemoryLimits({ now }), log }),
    live: createRedisLive(link),
    presence: createRedisPresence(link, now),
    ping: link.ping,
    close: async () => {
      versions.close();
      link.close();
    },
  };
}

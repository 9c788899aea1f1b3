import type { z } from "zod";
import { cacheKey } from "./cache-key.ts";
import type { CacheMetrics } from "./cache-metrics.ts";
import { createStore, type RemoteStore } from "./cache-store.ts";
import type { TagVersions } from "./tag-versions.ts";

/** Only what is the same for everyone, and survives JSON: the schema must accept its own output. */
export type CacheRead<T> = {
  key: string;
  tags: readonly string[];
  ttlSeconds: number;
  schema: z.ZodType<T>;
  load: () => Promise<T>;
};

export type Cache = {
  read<T>(entry: CacheRead<T>): Promise<T>;
  /** With `mustReachAll` it rejects while other processes cannot hear of it, so that a job tries again. */
  drop(tags: readonly string[], options?: { mustReachAll?: boolean }): Promise<void>;
  /** Whether a drop must also be enqueued in the write's transaction, since other processes must hear of it. */
  readonly isShared: boolean;
};

export type CacheParts = {
  versions: TagVersions;
  metrics: CacheMetrics;
  /** Absent in a single process. */
  remote?: RemoteStore;
};

const nullTtlMs = 30_000;
const aloneTtlMs = 1000;
const megabyte = 1024 * 1024;

/**
 * A tag's version is read before the load and is part of the key, so that a load which began before a write
 * can only ever store under a key that nobody asks for after the drop.
 */
export function createCache({ versions, metrics, remote }: CacheParts): Cache {
  const together = createStore({ maxBytes: 64 * megabyte, ...(remote && { remote }) });
  const alone = createStore({ maxBytes: 16 * megabyte });

  return {
    isShared: remote !== undefined,

    async read(entry) {
      const stamp = await versions.read(entry.tags);
      const store = stamp.isAlone ? alone : together;
      const ttlMs = entry.ttlSeconds * 1000;
      const ask = {
        key: cacheKey(entry, stamp.text),
        ttlMs: stamp.isAlone ? Math.min(ttlMs, aloneTtlMs) : ttlMs,
        nullTtlMs,
        load: () => loadOnce(entry, metrics),
      };
      const found = await store.get(ask);
      metrics.reads[found.layer].inc();
      const parsed = entry.schema.safeParse(found.value);
      if (parsed.success) return parsed.data;
      metrics.rejected.inc();
      const loaded = await store.get({ ...ask, isForced: true });
      return entry.schema.parse(loaded.value);
    },

    async drop(tags, options) {
      if (tags.length === 0) return;
      metrics.drops.inc(tags.length);
      const hasReachedAll = await versions.drop(tags);
      if (!hasReachedAll && options?.mustReachAll) throw new DropPendingError(tags);
    },
  };
}

class DropPendingError extends Error {
  override readonly name = "DropPendingError";

  constructor(tags: readonly string[]) {
    super(`Other processes have not heard yet that ${tags.join(", ")} changed.`);
  }
}

/** What a load gives is what a later hit will give, or the mistake shows at the first read and not as a cache that never hits. */
async function loadOnce<T>({ key, schema, load }: CacheRead<T>, metrics: CacheMetrics): Promise<T> {
  const stop = metrics.loadSeconds.startTimer();
  const value = await load().finally(stop);
  const json = JSON.stringify(value);
  const parsed = schema.safeParse(json === undefined ? undefined : JSON.parse(json));
  if (parsed.success && json !== undefined) return parsed.data;
  throw new Error(`The cache entry ${key} does not fit its own schema after JSON.`, { cause: parsed.error });
}

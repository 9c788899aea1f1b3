import { BentoCache, bentostore, errors } from "bentocache";
import { memoryDriver } from "bentocache/drivers/memory";
import type { CreateDriverResult, L2CacheDriver } from "bentocache/types";

/** May fail and may be slow to fail; a failure counts as a miss. */
export type RemoteStore = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  delete(key: string): Promise<void>;
};

type Ask = {
  key: string;
  ttlMs: number;
  /** For a load that finds nothing. */
  nullTtlMs: number;
  load: () => Promise<unknown>;
  /** Load and replace, whatever is there. */
  isForced?: boolean;
};
type Layer = "l1" | "l2" | "load" | "joined";
export type Store = { get(ask: Ask): Promise<{ value: unknown; layer: Layer }> };

type Flight = { layer: Layer; value: Promise<unknown> };

/** One flight for a key at a time: who comes meanwhile shares its value, or its error. */
export function createStore(options: { maxBytes: number; remote?: RemoteStore }): Store {
  const l1 = memoryDriver({ serialize: true, maxItems: 50_000, maxSize: options.maxBytes });
  const layers = bentostore().useL1Layer(l1);
  if (options.remote) layers.useL2Layer(driverOf(options.remote));
  const bento = new BentoCache({ default: "cache", prefix: "", stores: { cache: layers } });
  const flights = new Map<string, Flight>();

  bento.on("cache:hit", ({ key, layer }) => {
    const flight = flights.get(key);
    if (flight) flight.layer = layer;
  });

  async function fly(ask: Ask): Promise<unknown> {
    const { key, ttlMs, nullTtlMs, load, isForced } = ask;
    try {
      return await bento.getOrSet({
        key,
        ttl: ttlMs,
        forceFresh: isForced ?? false,
        factory: async ({ setOptions }) => {
          const value = await load();
          if (value === null) setOptions({ ttl: Math.min(ttlMs, nullTtlMs) });
          return value;
        },
      });
    } catch (error) {
      throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error;
    } finally {
      flights.delete(flightOf(ask));
    }
  }

  return {
    async get(ask) {
      const joined = flights.get(flightOf(ask));
      if (joined) {
        const value = await joined.value;
        return { value, layer: joined.layer === "load" ? "joined" : joined.layer };
      }
      const flight: Flight = { layer: "load", value: Promise.resolve() };
      flights.set(flightOf(ask), flight);
      flight.value = fly(ask);
      return { value: await flight.value, layer: flight.layer };
    },
  };
}

/** Who replaces an entry must not be handed the one it replaces. */
const flightOf = (ask: Ask): string => (ask.isForced ? `forced ${ask.key}` : ask.key);

function driverOf(remote: RemoteStore): CreateDriverResult<L2CacheDriver> {
  const driver: L2CacheDriver = {
    type: "l2",
    namespace: () => driver,
    get: async (key) => (await remote.get(key)) ?? undefined,
    set: async (key, value, ttlMs) => {
      await remote.set(key, value, ttlMs ?? 1000);
      return true;
    },
    pull: async () => undefined,
    clear: async () => undefined,
    delete: async (key) => {
      await remote.delete(key);
      return true;
    },
    deleteMany: async (keys) => {
      await Promise.all(keys.map((key) => remote.delete(key)));
      return true;
    },
    disconnect: async () => undefined,
  };
  return { options: {}, factory: () => driver };
}

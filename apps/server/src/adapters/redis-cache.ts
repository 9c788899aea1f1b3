import { z } from "zod";
import type { RemoteVersions } from "../kernel/cache-mirror.ts";
import type { RemoteStore } from "../kernel/cache-store.ts";
import { newSenderId, type RedisLink } from "./redis.ts";
import { defineScript, runScript } from "./redis-script.ts";

const channel = "muejam:drops";
const keptSeconds = 24 * 60 * 60;

const fresh = `
local function fresh()
  local time = redis.call("TIME")
  return time[1] .. string.format("%06d", time[2])
end
`;

/** A version that was evicted starts again at the time in microseconds: ahead of any it has had, for nothing is dropped that often. */
const initialise = defineScript(`${fresh}
local versions = {}
for i, key in ipairs(KEYS) do
  redis.call("SET", key, fresh(), "EX", ARGV[1], "NX")
  versions[i] = redis.call("GET", key)
end
return versions
`);

const increment = defineScript(`${fresh}
local versions = {}
for i, key in ipairs(KEYS) do
  if redis.call("EXISTS", key) == 1 then
    redis.call("INCR", key)
    redis.call("EXPIRE", key, ARGV[1])
  else
    redis.call("SET", key, fresh(), "EX", ARGV[1])
  end
  versions[i] = redis.call("GET", key)
end
redis.call("PUBLISH", ARGV[2], ARGV[3])
return versions
`);

const Versions = z.array(z.string());
const Message = z
  .string()
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.object({ from: z.string(), tags: z.array(z.string()) }));

export function createRedisVersions(link: RedisLink): RemoteVersions {
  const me = newSenderId();
  return {
    fetch: (tags) =>
      link.run(async (redis, serverId) => {
        const keys = keysOf(tags);
        const found = await redis.mget(keys);
        const lost = keys.filter((_, index) => found[index] === null);
        if (lost.length === 0) return stamped(found, serverId);
        const made = Versions.parse(await runScript(redis, { script: initialise, keys: lost, values: [keptSeconds] }));
        return stamped(
          found.map((version) => version ?? made.shift() ?? null),
          serverId,
        );
      }),

    increment: (tags) =>
      link.run(async (redis, serverId) => {
        const message = JSON.stringify({ from: me, tags: [...tags] } satisfies z.output<typeof Message>);
        const values = [keptSeconds, channel, message];
        const made = await runScript(redis, { script: increment, keys: keysOf(tags), values });
        return stamped(Versions.parse(made), serverId);
      }),

    onDrop: (listener) =>
      link.listen(channel, (text) => {
        const message = Message.safeParse(text);
        if (message.success && message.data.from !== me) listener(message.data.tags);
      }),
  };
}

export function createRedisStore(link: RedisLink): RemoteStore {
  const named = (key: string) => `muejam:cache:${key}`;
  return {
    get: (key) => link.run((redis) => redis.get(named(key))),
    set: async (key, value, ttlMs) => {
      await link.run((redis) => redis.set(named(key), value, "PX", ttlMs));
    },
    delete: async (key) => {
      await link.run((redis) => redis.unlink(named(key)));
    },
  };
}

const keysOf = (tags: readonly string[]): string[] => tags.map((tag) => `muejam:tag:${tag}`);

/** Versions of two servers are never compared: each carries the name of its own. */
const stamped = (versions: readonly (string | null)[], serverId: string): string[] =>
  versions.map((version) => `${serverId}.${version ?? ""}`);

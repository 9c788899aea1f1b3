import { type Presence, presenceMs } from "../kernel/presence.ts";
import type { RedisLink } from "./redis.ts";

/** Each place is a hash that goes with the last of them. While Redis is away nobody is anywhere, in silence. */
export function createRedisPresence({ run }: Pick<RedisLink, "run">, now: () => number): Presence {
  const read = (kept: string | null | undefined) => {
    const [until = "0", spot = ""] = kept?.split(" ") ?? [];
    return Number(until) > now() ? spot : null;
  };
  return {
    enter: (place, who, spot) =>
      run(async (redis) => {
        const [before] = await Promise.all([
          redis.hget(key(place), who),
          redis.hset(key(place), who, `${now() + presenceMs} ${spot}`),
          redis.pexpire(key(place), presenceMs),
        ]);
        return read(before) !== spot;
      }).catch(() => false),
    leave: (place, who) => run(async (redis) => void (await redis.hdel(key(place), who))).catch(() => undefined),
    list: (place) =>
      run(async (redis) => {
        const all = Object.entries(await redis.hgetall(key(place)));
        return new Map(
          all.flatMap(([who, kept]) => {
            const spot = read(kept);
            return spot === null ? [] : [[who, spot] as const];
          }),
        );
      }).catch(() => new Map()),
  };
}

const key = (place: string) => `muejam:here:${place}`;

import { z } from "zod";
import { type Limits, takenOf, widthOf } from "../kernel/limits.ts";
import type { RedisLink } from "./redis.ts";
import { defineScript, runScript } from "./redis-script.ts";

/** Decides as `takeFrom` in kernel/limits.ts does, and answers with the buckets from which the rest is worked out there. */
const take = defineScript(`
local width, limit, cost, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local bucket = math.floor(now / width)
local elapsed = now - bucket * width
local previous, current = 0, 0
local seen = redis.call("GET", KEYS[1])
if seen then
  local b, p, c = string.match(seen, "(%d+) (%d+) (%d+)")
  b, p, c = tonumber(b), tonumber(p), tonumber(c)
  if b == bucket - 1 then
    previous = c
  elseif b >= bucket then
    if b > bucket then elapsed = 0 end
    bucket, previous, current = b, p, c
  end
end
local allowed = previous * (width - elapsed) + (current + cost) * width <= limit * width
if allowed then
  local next = string.format("%d %d %d", bucket, previous, current + cost)
  redis.call("SET", KEYS[1], next, "PX", 2 * width)
end
return { allowed and 1 or 0, elapsed, bucket, previous, current }
`);

const Answer = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]);

export function createRedisLimits(link: RedisLink, now: () => number = Date.now): Limits {
  return {
    take: (limit, who, cost = 1) =>
      link.run(async (redis) => {
        const nowMs = Math.floor(now());
        const keys = [`muejam:limit:${limit.name}/${limit.windowSeconds}:${who}`];
        const values = [widthOf(limit), limit.limit, cost, nowMs];
        const answer = Answer.parse(await runScript(redis, { script: take, keys, values }));
        const [allowed, elapsed, bucket, previous, current] = answer;
        return takenOf({ bucket, previous, current }, { limit, cost, nowMs, elapsed, allowed: allowed === 1 });
      }),
  };
}

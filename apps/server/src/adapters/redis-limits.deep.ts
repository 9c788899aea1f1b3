import pino from "pino";
import { expect, test } from "vitest";
import { answersAsReference } from "../test/limits-reference.ts";
import { describeRedis } from "../test/redis.ts";
import { createMemoryLimits } from "./memory-limits.ts";
import { openRedis } from "./redis.ts";
import { createRedisLimits } from "./redis-limits.ts";

test("limits in memory answer as the reference, at length", async () => {
  await expect(answersAsReference((now) => createMemoryLimits({ now }), 20_000)).resolves.toBeUndefined();
}, 60_000);

describeRedis("limits in Redis, at length", (redis) => {
  test("any sequence of times and costs is answered as the reference answers it", async () => {
    const link = await openRedis({ url: redis.url, log: pino({ level: "silent" }), patienceMs: 3000 });
    await expect(answersAsReference((now) => createRedisLimits(link, now), 3000)).resolves.toBeUndefined();
    link.close();
  }, 60_000);
});

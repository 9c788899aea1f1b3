import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { describeRedis, hasRedisServer, startRedis } from "./redis.ts";

test.skipIf(!hasRedisServer)("a killed server comes back empty at the same address (needs redis-server)", async () => {
  const server = await startRedis();
  onTestFinished(server.stop);
  await withRedis(server.url, (redis) => redis.set("story", "1"));

  server.signal("SIGKILL");
  await server.restart();

  expect(await withRedis(server.url, (redis) => redis.get("story"))).toBeNull();
});

describeRedis("a suite on Redis", (redis) => {
  test("has a server that answers", async () => {
    expect(await withRedis(redis.url, (client) => client.ping())).toBe("PONG");
  });
});

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

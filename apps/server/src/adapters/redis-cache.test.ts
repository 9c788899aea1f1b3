import { Redis } from "ioredis";
import pino from "pino";
import { Registry } from "prom-client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { cacheScenarios, newStory } from "../test/cache-scenarios.ts";
import { describeRedis, hasRedisServer, type PrivateRedis, startRedis, whyNoServer } from "../test/redis.ts";
import { createRedisKit } from "./redis-kit.ts";

const log = pino({ level: "silent" });
const open = (url: string, registry = new Registry()) => createRedisKit({ url, registry, log, patienceMs: 3000 });

describeRedis("the cache shared through Redis", (redis) => {
  cacheScenarios(() => open(redis.url));

  test("a second process finds what the first one loaded, and reads are counted by layer", async () => {
    const registry = new Registry();
    const [first, second] = [await open(redis.url), await open(redis.url, registry)];
    const story = newStory("Shared");
    await first.cache.read(story.entry);
    await second.cache.read(story.entry);
    await second.cache.read(story.entry);

    expect(story.loads).toBe(1);
    expect(first.cache.isShared).toBe(true);
    const text = await registry.metrics();
    expect(text).toContain('muejam_cache_reads_total{layer="l2"} 1');
    expect(text).toContain('muejam_cache_reads_total{layer="l1"} 1');
    expect(text).toContain("muejam_cache_alone 0");
    expect(text).toContain('muejam_breaker_open{breaker="redis"} 0');
    await Promise.all([first.close(), second.close()]);
  });

  test("a drop is seen by a second process in less than a second", async () => {
    const [first, second] = [await open(redis.url), await open(redis.url)];
    expect(await msUntilSeen(first.cache, second.cache)).toBeLessThan(1000);
    await Promise.all([first.close(), second.close()]);
  });

  test("what lies broken in Redis counts as missing and is replaced", async () => {
    const operator = new Redis(redis.url);
    const story = newStory("Whole");
    const first = await open(redis.url);
    await first.cache.read(story.entry);
    const [key = ""] = await operator.keys(`muejam:cache:${story.entry.key}*`);
    for (const broken of ["{", "null", "5", '{"value":{"title":5},"createdAt":1,"logicalExpiration":9999999999999}']) {
      await operator.set(key, broken);
      const reader = await open(redis.url);
      expect(await reader.cache.read(story.entry)).toEqual({ title: "Whole" });
      expect(JSON.parse((await operator.get(key)) ?? "")).toMatchObject({ value: { title: "Whole" } });
      await reader.close();
    }
    operator.disconnect();
    await first.close();
  });
});

describe.runIf(hasRedisServer)(`the cache and the fate of a Redis${whyNoServer}`, () => {
  let server: PrivateRedis;
  let operator: Redis;
  beforeAll(async () => {
    server = await startRedis();
    operator = new Redis(server.url, { retryStrategy: () => 20 });
    operator.on("error", () => undefined);
  });
  afterAll(async () => {
    operator.disconnect();
    await server.stop();
  });

  test("a drop is seen in less than a second also where every message is lost", async () => {
    await operator.call("ACL", "SETUSER", "deaf", "on", "nopass", "~*", "+@all", "resetchannels");
    const [first, deaf] = [await open(server.url), await open(server.url.replace("//", "//deaf:x@"))];
    expect(await msUntilSeen(first.cache, deaf.cache)).toBeLessThan(1000);
    await Promise.all([first.close(), deaf.close()]);
  });

  test("a page of a hundred entries asks for its versions once", async () => {
    const kit = await open(server.url);
    await operator.config("RESETSTAT");
    await Promise.all(Array.from({ length: 100 }, () => kit.cache.read(newStory("One of many").entry)));
    expect(await operator.info("commandstats")).toContain("cmdstat_mget:calls=1,");
    await kit.close();
  });

  test("an evicted version never brings back an old value", async () => {
    const story = newStory("Old");
    const first = await open(server.url);
    for (const title of ["Old", "Newer", "Newest"]) {
      story.title = title;
      await first.cache.drop(story.entry.tags);
      await first.cache.read(story.entry);
      expect(await operator.del(`muejam:tag:story:${story.id}`)).toBe(1);
    }
    story.title = "Changed last";
    const second = await open(server.url);
    expect(await second.cache.read(story.entry)).toEqual({ title: "Changed last" });
    await Promise.all([first.close(), second.close()]);
  });

  test("a server that comes back with yesterday's versions and values is not believed", async () => {
    const story = newStory("Yesterday");
    const before = await open(server.url);
    await before.cache.read(story.entry);
    await operator.save();
    story.title = "Today";
    await before.cache.drop(story.entry.tags);
    await before.close();
    await server.restart();

    expect(await vi.waitFor(() => operator.keys(`muejam:cache:${story.entry.key}*`), 10_000)).toHaveLength(1);
    const after = await open(server.url);
    expect(await after.cache.read(story.entry)).toEqual({ title: "Today" });
    await after.close();
  });

  test("a script the server has forgotten is given to it again", async () => {
    const kit = await open(server.url);
    for (const story of [newStory("Before"), newStory("After")]) {
      await expect(kit.cache.drop(story.entry.tags, { mustReachAll: true })).resolves.toBeUndefined();
      await operator.script("FLUSH");
    }
    await kit.close();
  });
});

type Reader = Awaited<ReturnType<typeof open>>["cache"];

async function msUntilSeen(writer: Reader, reader: Reader): Promise<number> {
  const story = newStory("Old");
  await writer.read(story.entry);
  await reader.read(story.entry);
  story.title = "New";
  await writer.drop(story.entry.tags);
  const dropped = performance.now();
  await vi.waitFor(async () => expect(await reader.read(story.entry)).toEqual({ title: "New" }), {
    interval: 5,
    timeout: 3000,
  });
  return performance.now() - dropped;
}

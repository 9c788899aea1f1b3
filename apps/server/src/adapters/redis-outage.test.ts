import pino from "pino";
import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { startLoad } from "../test/cache-load.ts";
import { newStory } from "../test/cache-scenarios.ts";
import { hasRedisServer, type PrivateRedis, startRedis, whyNoServer } from "../test/redis.ts";
import { createRedisKit } from "./redis-kit.ts";

const outages = {
  killed: {
    begin: (server: PrivateRedis) => server.signal("SIGKILL"),
    end: (server: PrivateRedis) => server.restart(),
  },
  hung: {
    begin: (server: PrivateRedis) => server.signal("SIGSTOP"),
    end: async (server: PrivateRedis) => server.signal("SIGCONT"),
  },
};

describe.runIf(hasRedisServer).each(["killed", "hung"] as const)(`while Redis is %s${whyNoServer}`, (kind) => {
  let server: PrivateRedis;
  beforeEach(async () => {
    server = await startRedis();
  });
  afterEach(() => server.stop());

  test("no read fails and none is 200 ms slower", async () => {
    const { cache, close } = await open(server.url);
    const load = startLoad(
      cache,
      Array.from({ length: 20 }, () => newStory("Read by many")),
    );
    const before = await load.during(300);
    outages[kind].begin(server);
    const during = await load.during(1500);
    await load.stop();
    await close();

    expect(before.failures.concat(during.failures)).toEqual([]);
    expect(during.count).toBeGreaterThan(100);
    expect(during.slowestMs - during.stalledMs).toBeLessThan(before.medianMs + 200);
  });

  test("a drop made meanwhile is seen here at once, and by all afterwards", async () => {
    const [first, second] = [await open(server.url), await open(server.url)];
    const story = newStory("Old");
    await first.cache.read(story.entry);
    await second.cache.read(story.entry);
    outages[kind].begin(server);
    await vi.waitFor(async () => {
      await first.cache.read(story.entry);
      expect(await first.isAlone()).toBe(1);
    }, 2000);
    expect(await first.cache.read(story.entry)).toEqual({ title: "Old" });

    story.title = "New";
    await expect(first.cache.drop(story.entry.tags, { mustReachAll: true })).rejects.toThrow("have not heard");
    expect(await first.cache.read(story.entry)).toEqual({ title: "New" });
    await vi.waitFor(async () => expect(await second.cache.read(story.entry)).toEqual({ title: "New" }), 2000);

    await outages[kind].end(server);
    await vi.waitFor(async () => expect([await first.isAlone(), await second.isAlone()]).toEqual([0, 0]), 5000);
    const third = await open(server.url);
    for (const { cache } of [first, second, third]) expect(await cache.read(story.entry)).toEqual({ title: "New" });
    await Promise.all([first, second, third].map((kit) => kit.close()));
  });
});

test.runIf(hasRedisServer)(
  `a process that starts without Redis works, and joins the others when it comes${whyNoServer}`,
  async () => {
    const server = await startRedis();
    onTestFinished(server.stop);
    server.signal("SIGKILL");
    const kit = await open(server.url);
    const story = newStory("Alone");
    await expect(kit.ping()).rejects.toThrow();
    expect(await kit.cache.read(story.entry)).toEqual({ title: "Alone" });
    await server.restart();
    await vi.waitFor(async () => expect(await kit.isAlone()).toBe(0), 5000);
    await kit.ping();
    await kit.close();
  },
);

async function open(url: string) {
  const registry = new Registry();
  const kit = await createRedisKit({ url, registry, log: pino({ level: "silent" }) });
  const isAlone = async () => (await registry.getSingleMetric("muejam_cache_alone")?.get())?.values[0]?.value;
  return { ...kit, isAlone };
}

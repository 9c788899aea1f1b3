import { setTimeout as wait } from "node:timers/promises";
import pino from "pino";
import { Registry } from "prom-client";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startLoad } from "../test/cache-load.ts";
import { newStory } from "../test/cache-scenarios.ts";
import { hasRedisServer, startRedis, whyNoServer } from "../test/redis.ts";
import { createRedisKit } from "./redis-kit.ts";

describe.runIf(hasRedisServer)(`two processes through many outages${whyNoServer}`, () => {
  test("no read fails, none is 200 ms slower, and every change is seen by both in the end", async ({ annotate }) => {
    const server = await startRedis();
    onTestFinished(server.stop);
    const open = () => createRedisKit({ url: server.url, registry: new Registry(), log: pino({ level: "silent" }) });
    const kits = await Promise.all([open(), open()]);
    const stories = Array.from({ length: 50 }, (_, index) => newStory(`${index}:0`));
    const loads = kits.map(({ cache }) => startLoad(cache, stories));
    const during = (ms: number) => Promise.all(loads.map((load) => load.during(ms)));
    const writing = { isOn: true };
    const writer = keepWriting(kits, stories, writing);

    for (const kind of ["SIGKILL", "SIGSTOP", "SIGKILL", "SIGSTOP"] as const) {
      const before = await during(2000);
      server.signal(kind);
      const meanwhile = await during(6000);
      if (kind === "SIGSTOP") server.signal("SIGCONT");
      else await server.restart();
      const after = await during(3000);
      await annotate(JSON.stringify({ kind, before, meanwhile, after }));
      for (const [index, seen] of [...meanwhile, ...after].entries()) {
        const usual = before[index % kits.length]?.medianMs ?? 0;
        expect(seen.failures).toEqual([]);
        expect(seen.slowestMs - seen.stalledMs).toBeLessThan(usual + 200);
      }
    }
    writing.isOn = false;
    expect(await writer).toEqual([]);
    await vi.waitFor(async () => {
      for (const { cache } of kits)
        for (const story of stories) expect(await cache.read(story.entry)).toEqual({ title: story.title });
    }, 3000);

    await Promise.all(loads.map((load) => load.stop()));
    await Promise.all(kits.map((kit) => kit.close()));
  }, 120_000);
});

type Kits = Awaited<ReturnType<typeof createRedisKit>>[];

/** What a writer saw after a change of its own, where it was not that change. */
async function keepWriting(kits: Kits, stories: ReturnType<typeof newStory>[], writing: { isOn: boolean }) {
  const stale: unknown[] = [];
  for (let turn = 1; writing.isOn; turn += 1) {
    const story = stories[turn % stories.length];
    const kit = kits[turn % kits.length];
    if (story && kit) {
      story.title = `changed in turn ${turn}`;
      await kit.cache.drop(story.entry.tags);
      const seen = await kit.cache.read(story.entry);
      if (seen?.title !== story.title) stale.push({ seen, title: story.title });
    }
    await wait(5);
  }
  return stale;
}

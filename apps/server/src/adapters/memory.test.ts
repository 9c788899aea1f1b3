import { Registry } from "prom-client";
import { describe, expect, test } from "vitest";
import { cacheScenarios, newStory } from "../test/cache-scenarios.ts";
import { createMemoryKit } from "./memory.ts";

describe("the cache of a single process", () => {
  cacheScenarios(async () => createMemoryKit({ registry: new Registry() }));
});

test("reads are counted by the layer that answered", async () => {
  const registry = new Registry();
  const { cache, ping, close } = createMemoryKit({ registry });
  const story = newStory("Counted");
  await Promise.all([cache.read(story.entry), cache.read(story.entry)]);
  await cache.read(story.entry);
  await cache.drop(story.entry.tags, { mustReachAll: true });

  const text = await registry.metrics();
  expect(text).toContain('muejam_cache_reads_total{layer="load"} 1');
  expect(text).toContain('muejam_cache_reads_total{layer="joined"} 1');
  expect(text).toContain('muejam_cache_reads_total{layer="l1"} 1');
  expect(text).toContain("muejam_cache_drops_total 1");
  expect(text).toContain("muejam_cache_load_seconds_count 1");
  expect(cache.isShared).toBe(false);
  await ping();
  await close();
});

import { setTimeout as wait } from "node:timers/promises";
import type { Cache } from "../kernel/cache.ts";
import type { newStory } from "./cache-scenarios.ts";
import { quantilesOf } from "./quantiles.ts";

type Story = ReturnType<typeof newStory>;
type Reading = { ms: number; failure: unknown };

/** Many readers of some stories, each read timed. */
export function startLoad(cache: Cache, stories: readonly Story[], readers = 10) {
  let readings: Reading[] = [];
  let isOn = true;
  const stalls = watchStalls();

  const read = async (story: Story) => {
    const started = performance.now();
    const failure: unknown = await cache.read(story.entry).then(
      () => null,
      (error: unknown) => error,
    );
    readings.push({ ms: performance.now() - started, failure });
  };
  const running = Array.from({ length: readers }, async (_, reader) => {
    for (let turn = reader; isOn; turn += 1) {
      const story = stories[turn % stories.length];
      if (story) await read(story);
      await wait(2);
    }
  });

  return {
    /** The readings of the next so many milliseconds, and the longest time in which this process itself stood still. */
    async during(ms: number) {
      readings = [];
      stalls.reset();
      await wait(ms);
      const failures = readings.map((reading) => reading.failure).filter((failure) => failure !== null);
      const at = quantilesOf(readings.map((reading) => reading.ms));
      return {
        count: readings.length,
        failures,
        medianMs: at(0.5),
        p99Ms: at(0.99),
        slowestMs: at(1),
        stalledMs: stalls.longestMs(),
      };
    },
    async stop() {
      isOn = false;
      stalls.stop();
      await Promise.all(running);
    },
  };
}

function watchStalls() {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  return {
    reset: () => {
      longest = 0;
    },
    longestMs: () => longest,
    stop: () => clearInterval(timer),
  };
}

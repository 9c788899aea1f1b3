import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Cache, CacheRead } from "../kernel/cache.ts";
import { AppError } from "../kernel/errors.ts";

export const Card = z.object({ title: z.string() });
export type Card = z.infer<typeof Card>;

type Opened = { cache: Cache; close: () => Promise<void> };

/** What holds for the cache of one process and for the shared one alike. */
export function cacheScenarios(open: () => Promise<Opened>): void {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  test("five hundred readers of a missing entry cost one load", async () => {
    const story = newStory("The Lantern");
    const cards = await Promise.all(Array.from({ length: 500 }, () => opened.cache.read(story.entry)));
    expect(story.loads).toBe(1);
    expect(new Set(cards.map((card) => card?.title))).toEqual(new Set(["The Lantern"]));
  });

  test("a load that began before a write and ended after it never leaves the old value", async () => {
    const story = newStory("Old");
    const gate = story.hold();
    const slow = opened.cache.read(story.entry);
    await gate.reached;
    story.title = "New";
    await opened.cache.drop(story.entry.tags);
    gate.open();

    expect(await slow).toEqual({ title: "Old" });
    expect(await opened.cache.read(story.entry)).toEqual({ title: "New" });
    expect(await opened.cache.read(story.entry)).toEqual({ title: "New" });
    expect(story.loads).toBe(2);
  });

  test("whoever dropped a tag sees the new value at once, every time", async () => {
    const story = newStory("0");
    for (let round = 1; round <= 50; round += 1) {
      await opened.cache.read(story.entry);
      story.title = String(round);
      await opened.cache.drop(story.entry.tags);
      expect(await opened.cache.read(story.entry)).toEqual({ title: String(round) });
    }
  });

  test("any of its tags drops an entry, and no other tag does", async () => {
    const story = newStory("One");
    const entry = { ...story.entry, tags: [...story.entry.tags, `author:${story.id}`] };
    await opened.cache.read(entry);
    await opened.cache.drop([`author:${randomUUID()}`]);
    await opened.cache.read(entry);
    expect(story.loads).toBe(1);
    await opened.cache.drop([`author:${story.id}`]);
    await opened.cache.read(entry);
    expect(story.loads).toBe(2);
  });

  test("a failed load fails for all who waited, keeps its error and is not remembered", async () => {
    const story = newStory("Found");
    const refusal = new AppError("NOT_FOUND");
    story.failWith(refusal);
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => opened.cache.read(story.entry)));
    expect(outcomes.every((outcome) => outcome.status === "rejected" && outcome.reason === refusal)).toBe(true);
    expect(story.loads).toBe(1);
    story.failWith(null);
    expect(await opened.cache.read(story.entry)).toEqual({ title: "Found" });
  });

  test("nothing found is believed for thirty seconds at most", async () => {
    const story = newStory(null);
    expect(await opened.cache.read(story.entry)).toBeNull();
    await opened.cache.read(story.entry);
    expect(story.loads).toBe(1);
    story.title = "Published";
    await later(31_000, async () => {
      expect(await opened.cache.read(story.entry)).toEqual({ title: "Published" });
    });
    await later(62_000, () => opened.cache.read(story.entry));
    expect(story.loads).toBe(2);
  });

  test("an entry that no longer fits its schema counts as missing and is replaced", async () => {
    const story = newStory("short");
    await opened.cache.read(story.entry);
    story.title = "long enough";
    const strict = Card.refine(({ title }) => title.length > 5).nullable();
    const entry = { ...story.entry, schema: strict };
    expect(await opened.cache.read(entry)).toEqual({ title: "long enough" });
    expect(await opened.cache.read(entry)).toEqual({ title: "long enough" });
    expect(story.loads).toBe(2);
  });

  test("another shape of the schema never sees what was kept under the old one", async () => {
    const story = newStory("Same");
    await opened.cache.read(story.entry);
    const entry = { ...story.entry, schema: Card.extend({ blurb: z.string().optional() }).nullable() };
    await opened.cache.read(entry);
    expect(story.loads).toBe(2);
  });

  test("a load that does not fit its own schema after JSON says so and keeps nothing", async () => {
    const entry = { key: randomUUID(), tags: [], ttlSeconds: 60, schema: z.date(), load: async () => new Date() };
    await expect(opened.cache.read(entry)).rejects.toThrow("does not fit its own schema");
    await expect(opened.cache.read(entry)).rejects.toThrow("does not fit its own schema");
  });

  test("changing what was read changes nothing for the next reader", async () => {
    const story = newStory("Mine");
    for (let round = 0; round < 3; round += 1) {
      const card = await opened.cache.read(story.entry);
      expect(card).toEqual({ title: "Mine" });
      if (card) card.title = "Yours";
    }
  });
}

/** One row of an imaginary table, with its cache entry. */
export function newStory(title: string | null) {
  const id = randomUUID();
  let failure: Error | null = null;
  let wait: Promise<void> = Promise.resolve();
  let reach = () => {};
  const entry: CacheRead<Card | null> = {
    key: `story.card:${id}`,
    tags: [`story:${id}`],
    ttlSeconds: 600,
    schema: Card.nullable(),
    async load() {
      story.loads += 1;
      const read = story.title;
      reach();
      await wait;
      if (failure) throw failure;
      return read === null ? null : { title: read };
    },
  };
  const story = {
    id,
    title,
    entry,
    loads: 0,
    failWith: (error: Error | null) => {
      failure = error;
    },
    /** Loads have read their row, but do not return before the gate opens. */
    hold() {
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      let open = () => {};
      wait = new Promise<void>((resolve) => {
        open = resolve;
      });
      return { reached, open };
    },
  };
  return story;
}

async function later(ms: number, look: () => Promise<unknown>): Promise<void> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  try {
    await look();
  } finally {
    vi.useRealTimers();
  }
}

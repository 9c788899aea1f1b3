import pino from "pino";
import { afterEach, expect, test, vi } from "vitest";
import { createMirroredVersions } from "./cache-mirror.ts";
import type { TagVersions } from "./tag-versions.ts";

let mirror: TagVersions | undefined;
afterEach(() => mirror?.close());

test("versions are believed for half a second, then asked for again", async () => {
  const remote = fakeRemote();
  const clock = { ms: 0 };
  const versions = open(remote, clock);
  const first = await versions.read(["a"]);
  await remote.dropElsewhere("a");
  clock.ms = 499;
  expect(await versions.read(["a"])).toEqual(first);
  clock.ms = 500;
  expect(await versions.read(["a"])).toEqual({ text: "a@1", isAlone: false });
});

test("an answer is as old as its question", async () => {
  const remote = fakeRemote();
  const clock = { ms: 0 };
  const versions = open(remote, clock);
  remote.isHeld = true;
  const reading = versions.read(["a"]);
  await vi.waitFor(() => expect(remote.held).toHaveLength(1));
  clock.ms = 499;
  remote.release();
  await reading;
  await remote.dropElsewhere("a");
  clock.ms = 501;
  expect((await versions.read(["a"])).text).toBe("a@1");
});

test("a message makes it ask at once, also when an older answer is still on its way", async () => {
  const remote = fakeRemote();
  const versions = open(remote);
  remote.isHeld = true;
  const reading = versions.read(["a"]);
  await vi.waitFor(() => expect(remote.held).toHaveLength(1));
  await remote.dropElsewhere("a");
  remote.tell(["a"]);
  remote.release();
  expect((await reading).text).toBe("a@0");
  expect((await versions.read(["a"])).text).toBe("a@1");
});

test("all that is read in one turn is asked for in one question", async () => {
  const remote = fakeRemote();
  const versions = open(remote);
  await Promise.all([versions.read(["a", "b"]), versions.read(["b", "c"]), versions.read(["a"])]);
  expect(remote.questions).toEqual([["a", "b", "c"]]);
});

test("while the remote is away it is not asked, own drops count, and what was dropped is told before it is believed", async () => {
  const remote = fakeRemote();
  const versions = open(remote);
  await versions.read(["a"]);
  remote.isAway = true;
  expect(await versions.drop(["a"])).toBe(false);
  const before = await versions.read(["a"]);
  expect(before.isAlone).toBe(true);
  expect(await versions.drop(["a", "b"])).toBe(false);
  expect((await versions.read(["a"])).text).not.toBe(before.text);

  remote.isAway = false;
  await vi.waitFor(async () => expect((await versions.read(["a"])).isAlone).toBe(false));
  expect((await versions.read(["a", "b"])).text).toBe("a@1,b@1");
});

test("a tag dropped again while it is being told goes on the list again", async () => {
  const remote = fakeRemote();
  const versions = open(remote);
  remote.isAway = true;
  await versions.drop(["a"]);
  remote.isAway = false;
  remote.isHeld = true;
  await vi.waitFor(() => expect(remote.held).toHaveLength(1));
  const told = remote.version("a");
  await versions.drop(["a"]);
  remote.release();
  await vi.waitFor(async () => expect((await versions.read(["a"])).isAlone).toBe(false));
  expect(remote.version("a")).toBe(told + 1);
});

test("two outages never share an entry", async () => {
  const remote = fakeRemote();
  const versions = open(remote);
  const seen: string[] = [];
  for (let outage = 0; outage < 2; outage += 1) {
    remote.isAway = true;
    await versions.drop(["z"]);
    seen.push((await versions.read(["a"])).text);
    remote.isAway = false;
    await vi.waitFor(async () => expect((await versions.read(["a"])).isAlone).toBe(false));
  }
  expect(seen[0]).not.toBe(seen[1]);
});

function open(remote: ReturnType<typeof fakeRemote>, clock = { ms: 0 }): TagVersions {
  const log = pino({ level: "silent" });
  mirror = createMirroredVersions({ remote, log, now: () => clock.ms, retryMs: 5 });
  return mirror;
}

/** Versions count from 0. Held answers are worked out when the question comes and arrive when released. */
function fakeRemote() {
  const versions = new Map<string, number>();
  const version = (tag: string) => versions.get(tag) ?? 0;
  let listener: (tags: readonly string[]) => void = () => {};
  const answer = async (texts: string[]): Promise<string[]> => {
    if (remote.isHeld) await new Promise<void>((resolve) => remote.held.push(resolve));
    return texts;
  };
  const add = (tags: readonly string[]) => {
    for (const tag of tags) versions.set(tag, version(tag) + 1);
  };
  const remote = {
    isAway: false,
    isHeld: false,
    held: [] as (() => void)[],
    questions: [] as string[][],
    version,
    release() {
      remote.isHeld = false;
      for (const go of remote.held.splice(0)) go();
    },
    tell: (tags: string[]) => listener(tags),
    async dropElsewhere(tag: string) {
      add([tag]);
    },
    async fetch(tags: readonly string[]) {
      if (remote.isAway) throw new Error("away");
      remote.questions.push([...tags]);
      return answer(tags.map((tag) => String(version(tag))));
    },
    async increment(tags: readonly string[]) {
      if (remote.isAway) throw new Error("away");
      add(tags);
      return answer(tags.map((tag) => String(version(tag))));
    },
    onDrop(told: (tags: readonly string[]) => void) {
      listener = told;
    },
  };
  return remote;
}

import type { Logger } from "./log.ts";
import { createLocalVersions, joinStamp, type TagVersions } from "./tag-versions.ts";

/** Where all processes keep the versions. A version that was lost must come back as one that never was. */
export type RemoteVersions = {
  fetch(tags: readonly string[]): Promise<string[]>;
  increment(tags: readonly string[]): Promise<string[]>;
  /** A hint only: messages may be lost. */
  onDrop(listener: (tags: readonly string[]) => void): void;
};

type Parts = {
  remote: RemoteVersions;
  log: Logger;
  /** Monotonic: a wall clock that is set would make a version trusted for too long. */
  now?: () => number;
  onAlone?: (isAlone: boolean) => void;
  retryMs?: number;
};

type Seen = { version: string | null; at: number; order: number };
type Batch = { tags: Set<string>; versions: Promise<Map<string, string>> };

const trustedMs = 500;
const maxSeen = 20_000;
const maxOwedAtOnce = 500;

/**
 * The remote versions as this process knows them, and its own while the remote is away.
 * `order` numbers the questions to the remote: an answer to an earlier one never replaces a later one's.
 */
export function createMirroredVersions(parts: Parts): TagVersions {
  const { remote, log, now = () => performance.now(), onAlone = () => undefined, retryMs = 500 } = parts;
  const seen = new Map<string, Seen>();
  const local = createLocalVersions();
  const owed = new Set<string>();
  let order = 0;
  let floor = 0;
  let batch: Batch | null = null;
  let outages = 0;
  let isAlone = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  remote.onDrop(forget);

  const alone = (tags: readonly string[]) => ({ text: `alone${outages}:${local.stamp(tags)}`, isAlone: true });

  function known(tag: string): string | null {
    const entry = seen.get(tag);
    return entry && now() - entry.at < trustedMs ? entry.version : null;
  }

  function remember(tag: string, entry: Seen): void {
    if ((seen.get(tag)?.order ?? floor) > entry.order) return;
    seen.delete(tag);
    seen.set(tag, entry);
    const [oldest] = seen.size > maxSeen ? seen : [];
    if (!oldest) return;
    seen.delete(oldest[0]);
    floor = Math.max(floor, oldest[1].order);
  }

  function forget(tags: readonly string[]): void {
    order += 1;
    for (const tag of tags) remember(tag, { version: null, at: 0, order });
  }

  /** All that is asked for in one turn travels as one question. */
  function fetchSoon(tags: readonly string[]): Promise<Map<string, string>> {
    batch ??= startBatch();
    for (const tag of tags) batch.tags.add(tag);
    return batch.versions;
  }

  function startBatch(): Batch {
    const tags = new Set<string>();
    const versions = Promise.resolve().then(() => {
      batch = null;
      return ask([...tags], (list) => remote.fetch(list));
    });
    return { tags, versions };
  }

  async function ask(tags: string[], question: (tags: string[]) => Promise<string[]>): Promise<Map<string, string>> {
    order += 1;
    // An answer is as old as its question.
    const asked = { at: now(), order };
    try {
      const versions = await question(tags);
      const found = new Map(tags.map((tag, index) => [tag, versions[index] ?? ""]));
      for (const [tag, version] of found) remember(tag, { version, ...asked });
      return found;
    } catch (err) {
      goAlone(err);
      throw err;
    }
  }

  function goAlone(err: unknown): void {
    if (isAlone) return;
    isAlone = true;
    outages += 1;
    log.warn({ err }, "cache: other processes are out of reach, entries live one second");
    onAlone(true);
    retryLater();
  }

  function retryLater(): void {
    if (isClosed) return;
    timer = setTimeout(() => void comeBack().catch(retryLater), retryMs).unref();
  }

  /** What was dropped meanwhile is told to the others before their versions are believed again. */
  async function comeBack(): Promise<void> {
    do {
      const tags = [...owed].slice(0, maxOwedAtOnce);
      // Taken off the list first: a drop of the same tag while we wait must go on it again.
      for (const tag of tags) owed.delete(tag);
      try {
        await remote.increment(["pulse", ...tags]);
      } catch (err) {
        for (const tag of tags) owed.add(tag);
        throw err;
      }
    } while (owed.size > 0);
    seen.clear();
    floor = order + 1;
    isAlone = false;
    log.info("cache: other processes are within reach again");
    onAlone(false);
  }

  return {
    async read(tags) {
      if (isAlone) return alone(tags);
      const versions = new Map(tags.map((tag) => [tag, known(tag)]));
      const unknown = tags.filter((tag) => versions.get(tag) === null);
      if (unknown.length > 0) {
        try {
          const found = await fetchSoon(unknown);
          for (const tag of unknown) versions.set(tag, found.get(tag) ?? "");
        } catch {
          return alone(tags);
        }
      }
      return { text: joinStamp(tags, (tag) => versions.get(tag) ?? ""), isAlone: false };
    },

    async drop(tags) {
      local.drop(tags);
      if (!isAlone) {
        forget(tags);
        try {
          await ask([...tags], (list) => remote.increment(list));
          return true;
        } catch {
          // Remembered below.
        }
      }
      for (const tag of tags) owed.add(tag);
      return false;
    },

    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

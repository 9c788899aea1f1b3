/** The versions of some tags at one moment, as a part of a cache key. */
type Stamp = {
  text: string;
  /** Read from this process alone, since what the others did is not known now. */
  isAlone: boolean;
};

export type TagVersions = {
  read(tags: readonly string[]): Promise<Stamp>;
  /** False when other processes will only hear of it later. Never rejects: the write it follows has happened. */
  drop(tags: readonly string[]): Promise<boolean>;
  close(): void;
};

export type LocalVersions = { stamp(tags: readonly string[]): string; drop(tags: readonly string[]): void };

/** Versions for one process. When too many tags were dropped, all start again from a version never given before. */
export function createLocalVersions(maxTags = 100_000): LocalVersions {
  const versions = new Map<string, number>();
  let latest = 0;
  let floor = 0;
  return {
    stamp: (tags) => joinStamp(tags, (tag) => String(versions.get(tag) ?? floor)),
    drop(tags) {
      for (const tag of tags) {
        latest += 1;
        versions.set(tag, latest);
      }
      if (versions.size <= maxTags) return;
      versions.clear();
      latest += 1;
      floor = latest;
    },
  };
}

export function createSingleProcessVersions(): TagVersions {
  const local = createLocalVersions();
  return {
    read: async (tags) => ({ text: local.stamp(tags), isAlone: false }),
    drop: async (tags) => {
      local.drop(tags);
      return true;
    },
    close: () => undefined,
  };
}

export const joinStamp = (tags: readonly string[], versionOf: (tag: string) => string): string =>
  tags.map((tag) => `${tag}@${versionOf(tag)}`).join(",");

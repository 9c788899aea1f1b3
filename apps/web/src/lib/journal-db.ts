import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Whose journal of which chapter, and which one. */
export type JournalKey = [profileId: string, chapterId: string, id: string];

/** What is known of a journal without reading it. `unsentSince` is null when every word of it was confirmed. */
export type JournalHead = {
  profileId: string;
  chapterId: string;
  id: string;
  storyId: string;
  title: string;
  touchedAt: number;
  unsentSince: number | null;
};

/** One line of a journal; what it says is the editor's. */
export type JournalLine = { profileId: string; chapterId: string; id: string; n: number; entry: unknown };

export type JournalDb = DBSchema & {
  heads: { key: JournalKey; value: JournalHead };
  lines: { key: [...JournalKey, number]; value: JournalLine };
  /** As the first release kept them: a whole journal at each pause. */
  journals: {
    key: JournalKey;
    value: { profileId: string; keptAt: number; journal: { id: string; chapterId: string } };
  };
};

let opened: Promise<IDBPDatabase<JournalDb>> | undefined;

export function journalDb(): Promise<IDBPDatabase<JournalDb>> {
  opened ??= openDB<JournalDb>("muejam", 2, {
    async upgrade(database, from, _to, change) {
      const path = ["profileId", "chapterId", "id"];
      database.createObjectStore("heads", { keyPath: path });
      database.createObjectStore("lines", { keyPath: [...path, "n"] });
      if (from !== 1) return;
      for (const { profileId, keptAt, journal } of await change.objectStore("journals").getAll()) {
        const key = { profileId, chapterId: journal.chapterId, id: journal.id };
        const head = { ...key, storyId: "", title: "", touchedAt: keptAt, unsentSince: keptAt };
        await change.objectStore("heads").put(head);
        await change.objectStore("lines").put({ ...key, n: 0, entry: { at: keptAt, kind: "began", journal } });
      }
      database.deleteObjectStore("journals");
    },
    // A newer page wants to change what is kept.
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** Journals as a file, line by line, so that they can be replayed anywhere. */
export async function journalFile(heads: readonly JournalHead[]): Promise<string> {
  const database = await journalDb();
  const journals = heads.map(async (head) => ({ head, entries: await entriesOf(database, head) }));
  return JSON.stringify({ format: "muejam-journal", release: 1, journals: await Promise.all(journals) }, null, 1);
}

async function entriesOf(database: IDBPDatabase<JournalDb>, { profileId, chapterId, id }: JournalHead) {
  const range = IDBKeyRange.bound([profileId, chapterId, id], [profileId, chapterId, id, []]);
  return (await database.getAll("lines", range)).map(({ entry }) => entry);
}

/** What waits on this device for any of these profiles. A browser that keeps nothing has nothing that waits. */
export async function unsentJournals(profileIds: readonly string[]): Promise<JournalHead[]> {
  const heads = await journalDb()
    .then((database) => database.getAll("heads"))
    .catch(() => []);
  return heads.filter(({ profileId, unsentSince }) => unsentSince !== null && profileIds.includes(profileId));
}

import type { Picture } from "@muejam/contracts/media";
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

/**
 * A picture under the name that its chapter gives it until a server has it. `file` is null from then on, and `picture`
 * what the server calls it.
 */
export type KeptPicture = {
  profileId: string;
  chapterId: string;
  storyId: string;
  key: string;
  addedAt: number;
  file: Blob | null;
  picture: Picture | null;
};

export type JournalDb = DBSchema & {
  heads: { key: JournalKey; value: JournalHead };
  lines: { key: [...JournalKey, number]; value: JournalLine };
  pictures: { key: JournalKey; value: KeptPicture };
  /** As the first release kept them: a whole journal at each pause. */
  journals: {
    key: JournalKey;
    value: { profileId: string; keptAt: number; journal: { id: string; chapterId: string } };
  };
};

let opened: Promise<IDBPDatabase<JournalDb>> | undefined;

export function journalDb(): Promise<IDBPDatabase<JournalDb>> {
  opened ??= openDB<JournalDb>("muejam", 3, {
    async upgrade(database, from, _to, change) {
      database.createObjectStore("pictures", { keyPath: ["profileId", "chapterId", "key"] });
      if (from === 2) return;
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

/** Journals as a file, line by line, so that they can be replayed anywhere; the pictures of their chapters with them. */
export async function journalFile(heads: readonly JournalHead[]): Promise<string> {
  const database = await journalDb();
  const journals = heads.map(async (head) => ({ head, entries: await entriesOf(database, head) }));
  const chapters = new Map(heads.map((head) => [`${head.profileId} ${head.chapterId}`, head]));
  const pictures = [...chapters.values()].map(({ profileId, chapterId }) => picturesOf(database, profileId, chapterId));
  const files = (await Promise.all(pictures)).flat().filter(({ file }) => file !== null);
  return JSON.stringify(
    {
      format: "muejam-journal",
      release: 2,
      journals: await Promise.all(journals),
      pictures: await Promise.all(files.map(async ({ file, ...rest }) => ({ ...rest, file: await spell(file) }))),
    },
    null,
    1,
  );
}

async function entriesOf(database: IDBPDatabase<JournalDb>, { profileId, chapterId, id }: JournalHead) {
  const range = IDBKeyRange.bound([profileId, chapterId, id], [profileId, chapterId, id, []]);
  return (await database.getAll("lines", range)).map(({ entry }) => entry);
}

const picturesOf = (database: IDBPDatabase<JournalDb>, profileId: string, chapterId: string) =>
  database.getAll("pictures", IDBKeyRange.bound([profileId, chapterId], [profileId, chapterId, []]));

async function spell(file: Blob | null): Promise<string> {
  const bytes = new Uint8Array((await file?.arrayBuffer()) ?? []);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `${file?.type};base64,${btoa(text)}`;
}

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Journal } from "./journal.ts";

type Kept = { profileId: string; keptAt: number; journal: Journal };
type Journals = DBSchema & { journals: { key: [string, string, string]; value: Kept } };

let opened: Promise<IDBPDatabase<Journals>> | undefined;

/** Each face of a person has its own: what one wrote here must not come up as another's. */
export async function keepJournal(profileId: string, journal: Journal): Promise<void> {
  await (await open()).put("journals", { profileId, keptAt: Date.now(), journal });
}

export async function forgetJournal(profileId: string, { chapterId, id }: Journal): Promise<void> {
  await (await open()).delete("journals", [profileId, chapterId, id]);
}

/** What earlier editors of this chapter left behind, the oldest first. */
export async function leftJournals(profileId: string, chapterId: string): Promise<Journal[]> {
  const range = IDBKeyRange.bound([profileId, chapterId], [profileId, chapterId, []]);
  const left = await (await open()).getAll("journals", range);
  return left.sort((a, b) => a.keptAt - b.keptAt).map(({ journal }) => journal);
}

/** Held as long as the editor is open; null when another tab holds it, whose words these then are. */
export function claimJournal(id: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const whileHeld = (lock: Lock | null) => lock && new Promise<void>((release) => resolve(release));
    void navigator.locks.request(`muejam:journal:${id}`, { ifAvailable: true }, async (lock) => {
      if (!lock) resolve(null);
      await whileHeld(lock);
    });
  });
}

function open(): Promise<IDBPDatabase<Journals>> {
  opened ??= openDB<Journals>("muejam", 1, {
    upgrade: (database) =>
      void database.createObjectStore("journals", { keyPath: ["profileId", "journal.chapterId", "journal.id"] }),
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

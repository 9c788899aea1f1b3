import { type JournalHead, journalDb, type KeptPicture } from "./journal-db.ts";

/** `pictures`: how many of the chapter's pictures wait as well, whatever its words do. */
export type Unsent = JournalHead & { pictures: number };

/** What waits on this device for any of these profiles. A browser that keeps nothing has nothing that waits. */
export async function unsentWork(profileIds: readonly string[]): Promise<Unsent[]> {
  const [heads, pictures] = await journalDb()
    .then((database) => Promise.all([database.getAll("heads"), database.getAll("pictures")]))
    .catch(() => [[], []]);
  return unsentAmong({ heads, pictures }, profileIds);
}

type Kept = { heads: readonly JournalHead[]; pictures: readonly KeptPicture[] };

/** A chapter's pictures are told with its words; of a chapter whose words are all sent, they alone. */
export function unsentAmong({ heads, pictures }: Kept, profileIds: readonly string[]): Unsent[] {
  const waiting = pictures.filter(({ profileId, file }) => file !== null && profileIds.includes(profileId));
  const chapters = Map.groupBy(waiting, placeOf);
  const words = heads
    .filter(({ profileId, unsentSince }) => unsentSince !== null && profileIds.includes(profileId))
    .map((head) => {
      const count = chapters.get(placeOf(head))?.length ?? 0;
      chapters.delete(placeOf(head));
      return { ...head, pictures: count };
    });
  const others = [...chapters.values()].flatMap((ofChapter) =>
    ofChapter.slice(0, 1).map(({ profileId, chapterId, storyId, key, addedAt }) => {
      const title = heads.find((head) => head.chapterId === chapterId)?.title ?? "";
      const head = { profileId, chapterId, storyId, id: key, title, touchedAt: addedAt, unsentSince: addedAt };
      return { ...head, pictures: ofChapter.length };
    }),
  );
  return [...words, ...others];
}

const placeOf = ({ profileId, chapterId }: { profileId: string; chapterId: string }) => `${profileId} ${chapterId}`;

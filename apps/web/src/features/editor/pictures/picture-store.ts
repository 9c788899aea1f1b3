import { journalDb, type KeptPicture } from "../../../lib/journal-db.ts";
import type { HeldPicture, PicturePorts } from "./picture-box.ts";

type Place = Pick<KeptPicture, "profileId" | "chapterId" | "storyId">;

const keptDays = 30;

/** Beside the chapter's journals; the names stay a while, for the sake of undoing and of older tabs. */
export function pictureKeeper(place: Place): Pick<PicturePorts, "keep" | "settle" | "forget"> {
  const put = async (picture: Pick<KeptPicture, "key" | "file" | "picture">) => {
    await (await journalDb()).put("pictures", { ...place, ...picture, addedAt: Date.now() });
  };
  return {
    keep: (key, file) => put({ key, file, picture: null }),
    settle: (key, picture) => put({ key, file: null, picture }),
    forget: async (key) => (await journalDb()).delete("pictures", [place.profileId, place.chapterId, key]),
  };
}

/** What earlier visits left here. Of what a server has, only its name is known. */
export async function leftPictures({ profileId, chapterId }: Place): Promise<HeldPicture[]> {
  const database = await journalDb();
  const range = IDBKeyRange.bound([profileId, chapterId], [profileId, chapterId, []]);
  const kept = await database.getAll("pictures", range);
  const since = Date.now() - keptDays * 86_400_000;
  const isOld = ({ file, addedAt }: KeptPicture) => file === null && addedAt < since;
  await Promise.all(kept.filter(isOld).map(({ key }) => database.delete("pictures", [profileId, chapterId, key])));
  return kept
    .filter((picture) => !isOld(picture))
    .sort((a, b) => a.addedAt - b.addedAt)
    .map(({ key, file, picture }) => ({ key, file: file ?? new Blob(), picture, error: null, isKept: true }));
}

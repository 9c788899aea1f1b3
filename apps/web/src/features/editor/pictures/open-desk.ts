import type { Picture } from "@muejam/contracts/media";
import { orRefused } from "../../../lib/auth-door.ts";
import { RefusedError } from "../../../lib/errors.ts";
import type { fetchAs } from "../../../lib/fetch-as.ts";
import type { KeptPicture } from "../../../lib/journal-db.ts";
import { openPrivatePictures } from "../../../lib/private-pictures.ts";
import type { Autosave } from "../autosave.ts";
import { judge } from "../verdict.ts";
import { openPictures, uuidOf } from "./picture-box.ts";
import { openDesk, type PictureDesk } from "./picture-desk.ts";
import { bytesMax, pixelsMax } from "./picture-files.ts";
import { leftPictures, pictureKeeper } from "./picture-store.ts";

type Ways = { autosave: Autosave; fetch: ReturnType<typeof fetchAs> };
type Place = Pick<KeptPicture, "profileId" | "storyId" | "chapterId">;

/** A large picture over a slow line takes its time. */
const patienceMs = 180_000;

/** What an earlier visit could not send goes up now; what holds the words up holds the pictures up too. */
export async function openPictureDesk({ autosave, fetch }: Ways, place: Place): Promise<PictureDesk> {
  // A browser that keeps nothing has nothing left.
  const left = await leftPictures(place).catch(() => []);
  const box = openPictures(left, {
    ...pictureKeeper(place),
    judge,
    mayGo: () => autosave.read().trouble === null,
    async send(key, file) {
      if (file.size > bytesMax) throw tooLarge();
      const headers = { "idempotency-key": uuidOf(key), "content-type": file.type || "application/octet-stream" };
      const signal = AbortSignal.timeout(patienceMs);
      const answer = await orRefused(await fetch("/media", { method: "POST", body: file, headers, signal }));
      const picture: Picture = await answer.json();
      return picture;
    },
  });
  let isHeld = autosave.read().trouble !== null;
  autosave.subscribe(() => {
    const wasHeld = isHeld;
    isHeld = autosave.read().trouble !== null;
    if (wasHeld && !isHeld) box.wake();
  });
  return openDesk(box, openPrivatePictures(fetch));
}

/** As the server would refuse it, which could only break off what is sent to it. */
const tooLarge = () =>
  new RefusedError({
    code: "MEDIA_TOO_LARGE",
    message: "",
    requestId: "",
    params: { megabytes: bytesMax / 2 ** 20, megapixels: pixelsMax / 1_000_000 },
  });

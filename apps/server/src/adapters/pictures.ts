import { type PictureType, pictureBytesMax, picturePixelsMax } from "@muejam/contracts/media";
import { mediaWidths } from "@muejam/prose/render-html";
import type { SharpOptions } from "sharp";
import { AppError } from "../kernel/errors.ts";
import type { Drawn, Pictures } from "../kernel/pictures.ts";
import { createQueueGate } from "../kernel/queue-gate.ts";
import { pictureTypeOf } from "./picture-type.ts";
import { stillWebp } from "./still-webp.ts";

/** One at a time: fifty megapixels take some hundred megabytes while they are read, and a core for a second or two. */
export function createPictures(): Pictures {
  const gate = createQueueGate({ atOnce: 1, queue: 12, retryAfterSeconds: 3 });
  return { draw: (bytes) => gate.run(() => draw(bytes)) };
}

const formats: Record<PictureType, string> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/webp": "webp",
  "image/gif": "gif",
  // What stands in a HEIF file may be of several kinds; the type has looked which.
  "image/avif": "heif",
};
/** The most that WebP can hold. */
const heightMax = 16_383;
/** The most that JPEG and GIF can hold. A PNG may be one point wide and have its megapixels all the same, slowly. */
const sideMax = 65_535;
const patience = { seconds: 20 };

/** The first picture of those that move: a page of words holds still. */
async function draw(bytes: Uint8Array): Promise<Drawn> {
  const type = pictureTypeOf(bytes);
  if (!type) throw refused("MEDIA_KIND_REFUSED", "kind", "Send a JPEG, PNG, WebP, GIF or AVIF.");
  const sharp = await loadSharp();
  const still = stillWebp(bytes);
  const open = (options: SharpOptions) => sharp(still, { failOn: "error", pages: 1, ...options });
  const told = await readable(open({ limitInputPixels: false }).metadata());
  if (told.format !== formats[type]) throw unreadable();
  if (told.width * told.height > picturePixelsMax || Math.max(told.width, told.height) > sideMax) throw tooLarge();
  const { data, info } = await readable(
    open({ limitInputPixels: picturePixelsMax })
      .timeout(patience)
      .autoOrient()
      .resize({ width: mediaWidths.at(-1), height: heightMax, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const { width, height, channels } = info;
  const renditions: Drawn["renditions"] = [];
  for (const wanted of mediaWidths.filter((_, index) => width > (mediaWidths[index - 1] ?? 0))) {
    const small = sharp(data, { raw: { width, height, channels } }).timeout(patience);
    const drawn = await small.resize({ width: wanted, withoutEnlargement: true }).webp({ quality: 82 }).toBuffer();
    if (drawn.length > pictureBytesMax) throw tooLarge();
    renditions.push({ width: wanted, bytes: new Uint8Array(drawn) });
  }
  return { width, height, renditions };
}

/** Ten megabytes of somebody else's code, which no reader needs. */
async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** Whatever it says of a file that it cannot read is the file's fault. */
const readable = <T>(work: Promise<T>): Promise<T> => work.catch(() => Promise.reject(unreadable()));

const unreadable = () => refused("MEDIA_UNREADABLE", "damaged", "This picture cannot be read to its end.");
const tooLarge = () =>
  new AppError("MEDIA_TOO_LARGE", { megabytes: pictureBytesMax / 2 ** 20, megapixels: picturePixelsMax / 1e6 }, [
    { path: "picture", rule: "too_big", message: "Send it smaller." },
  ]);
const refused = (code: "MEDIA_KIND_REFUSED" | "MEDIA_UNREADABLE", rule: string, message: string) =>
  new AppError(code, undefined, [{ path: "picture", rule, message }]);

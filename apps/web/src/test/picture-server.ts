import type { Picture } from "@muejam/contracts/media";
import type { Verdict } from "../features/editor/autosave.ts";
import { type HeldPicture, openPictures, uuidOf } from "../features/editor/pictures/picture-box.ts";

export type Weather = "fair" | "request-lost" | "answer-lost" | "refused" | "held";

/** A server that knows a picture by its name, a device that keeps them, and a network whose weather the test makes. */
export function makePictureServer() {
  const stored = new Map<string, Picture & { file: Blob }>();
  const device = new Map<string, HeldPicture>();
  const world = { weather: "fair" as Weather, isFull: false };
  let sent = 0;

  async function send(key: string, file: Blob): Promise<Picture> {
    if (world.weather === "request-lost") throw new Error("again");
    if (world.weather === "refused") throw new Error("refused");
    sent += 1;
    const picture = stored.get(uuidOf(key)) ?? { id: `id-${stored.size + 1}`, width: 640, height: 480, file };
    stored.set(uuidOf(key), picture);
    if (world.weather === "answer-lost") throw new Error("again");
    const { file: _, ...told } = picture;
    return told;
  }

  return {
    world,
    stored,
    device,
    sentCount: () => sent,
    /** A page that opens the chapter on this device. */
    open() {
      return openPictures([...device.values()], {
        send,
        mayGo: () => world.weather !== "held",
        judge: (error): Verdict =>
          error instanceof Error && error.message === "refused"
            ? { kind: "refused" }
            : { kind: "again", afterMs: 1000 },
        keep: async (key, file) => {
          if (world.isFull) throw new DOMException("No room.", "QuotaExceededError");
          device.set(key, { key, file, picture: null, error: null, isKept: true });
        },
        settle: async (key, picture) =>
          void device.set(key, { key, file: new Blob(), picture, error: null, isKept: true }),
        forget: async (key) => void device.delete(key),
      });
    },
  };
}

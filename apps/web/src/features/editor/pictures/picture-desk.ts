import type { PrivatePictures } from "../../../lib/private-pictures.ts";
import { type HeldPicture, isOwnName, type PictureBox } from "./picture-box.ts";

/** `held` is what this device has of it; without an address it is on some other device alone. */
export type Look = { held: HeldPicture | null; address: Promise<string> | null };
export type PictureDesk = ReturnType<typeof openDesk>;

/** Where the pictures of an opened chapter are shown from: this device's own files first. */
export function openDesk(box: PictureBox, others: PrivatePictures) {
  const own = new Map<string, string>();

  function ownAddress({ key, file }: HeldPicture): Promise<string> | null {
    if (file.size === 0) return null;
    const address = own.get(key) ?? URL.createObjectURL(file);
    own.set(key, address);
    return Promise.resolve(address);
  }

  return {
    box,
    look(media: string): Look {
      const held = box.read().get(media) ?? [...box.read().values()].find(({ picture }) => picture?.id === media);
      const id = isOwnName(media) ? held?.picture?.id : media;
      const address = (held && ownAddress(held)) ?? (id ? others.at(id) : null);
      return { held: held ?? null, address };
    },
    close(): void {
      box.close();
      others.close();
      for (const address of own.values()) URL.revokeObjectURL(address);
      own.clear();
    },
  };
}

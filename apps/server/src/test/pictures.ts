import { randomUUID } from "node:crypto";
import type { Picture } from "@muejam/contracts/media";
import { newBlockId } from "@muejam/prose/block-id";
import sharp from "sharp";
import { add } from "../domains/media/media.service.ts";
import type { Member } from "../kernel/actor.ts";
import { type Desk, saveOf, sitDown } from "./desk.ts";
import { as, ctxOf } from "./harness.ts";

/** A plain picture of its own colour. */
export const paint = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: { r: width % 256, g: 120, b: height % 256 } } });

export const jpeg = (width?: number, height?: number): Promise<Buffer> => paint(width, height).jpeg().toBuffer();

/** As if it had come through the door. */
export const sendPicture = async (who: Member, bytes?: Uint8Array): Promise<Picture> =>
  add(ctxOf(who), bytes ?? (await jpeg()));

export const figureOf = ({ id, width, height }: Picture, alt = "A lamp on the quay") => ({
  type: "figure",
  attrs: { id: newBlockId(), dir: null, lang: null, media: id, alt, width, height },
  content: [{ type: "text", text: "The quay." }],
});

/** How a browser sends one. */
export const upload = (body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => ({
  method: "POST",
  headers: { "content-type": "image/jpeg", "idempotency-key": randomUUID(), ...headers },
  body,
});

/** Puts a picture and some words into the draft as it is, and tells its new version. */
export async function pin({ author, chapterId }: Desk, picture: Picture, by: Member = author): Promise<number> {
  const { version } = await as(by).draft.get({ chapterId });
  const save = saveOf(chapterId, version, "By the lamp.");
  const placed = [...save.placed, { after: null, block: figureOf(picture) }];
  return (await as(by).draft.save({ ...save, placed })).version;
}

/** A published chapter that shows a picture of its author's. */
export async function hang(author?: Member): Promise<Desk & { picture: Picture; number: number }> {
  const desk = await sitDown(author);
  const picture = await sendPicture(desk.author);
  const version = await pin(desk, picture);
  const { number } = await as(desk.author).edition.publish({ chapterId: desk.chapterId, version });
  return { ...desk, picture, number };
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Picture } from "@muejam/contracts/media";
import type { Document } from "@muejam/prose/document";
import { figuresIn } from "@muejam/prose/figures";
import { drawVector } from "../adapters/vector.ts";
import { add } from "../domains/media/media.service.ts";
import type { Member } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";

export type SendPicture = (file: string) => Promise<Picture>;

export const sendAs =
  (ctx: Ctx, member: Member): SendPicture =>
  async (file) =>
    add({ ...ctx, actor: member }, await drawVector(readFileSync(file)));

/** The document with the pictures that lie beside it sent, and named as they are called then. */
export async function hangPictures(document: Document, folder: string, send: SendPicture): Promise<Document> {
  const hung = structuredClone(document);
  for (const { attrs } of figuresIn(hung)) {
    const { id, ...size } = await send(join(folder, attrs.media));
    Object.assign(attrs, { media: id, ...size });
  }
  return hung;
}

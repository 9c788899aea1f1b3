import { newBlockId as blockId } from "@muejam/prose/block-id";

/**
 * For what is made by whoever begins it, such as a story or a chapter: a call that is repeated makes the same one.
 * Version 7, which begins with the time.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  const [, random = ""] = /^.{15}(.*)$/.exec(crypto.randomUUID()) ?? [];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;
}

/** For a paragraph, or any other block of a chapter's text. */
export const newBlockId = (): string => blockId();

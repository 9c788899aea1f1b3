import type { StoryInput } from "@muejam/contracts/story";
import type { Member } from "../kernel/actor.ts";
import { addChapter, begin, print, takeBack } from "./press.ts";

export type Shelved = { id: string; ref: string; author: Member };

/** A story nothing of which is published, with its author at hand. */
export async function shelve(author: Member, input: Partial<StoryInput> = {}): Promise<Shelved> {
  const { id, ref } = await begin(author, input);
  return { id, ref, author };
}

/** Adds a chapter that readers see. */
export async function bind({ id, author }: Shelved, at?: Date): Promise<string> {
  const chapterId = await addChapter(author, id);
  await print(chapterId, { ...(at && { at }), text: "She lit the lantern and went out." });
  return chapterId;
}

export const unbind = (chapterId: string): Promise<null> => takeBack(chapterId);

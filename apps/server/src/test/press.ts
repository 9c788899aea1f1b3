import { randomBytes } from "node:crypto";
import type { OwnStory, StoryInput } from "@muejam/contracts/story";
import { hideChapter, showEdition } from "../domains/story/story.publishing.service.ts";
import { lockForPublishing } from "../domains/story/story.rights.service.ts";
import type { Member } from "../kernel/actor.ts";
import { timedId } from "../kernel/ids.ts";
import { transact } from "../kernel/transact.ts";
import { as, ctxOf, make } from "./harness.ts";
import { limitless } from "./limitless.ts";

const press = ctxOf(make.system("press"));
const { db } = press;

export const begin = (author: Member, input: Partial<StoryInput> = {}): Promise<OwnStory> =>
  as(author, { limits: limitless }).story.create({ id: timedId(new Date()), title: "The Lantern", ...input });

export async function addChapter(author: Member, storyId: string, title = "Night"): Promise<string> {
  return (await as(author, { limits: limitless }).story.addChapter({ id: timedId(new Date()), storyId, title })).id;
}

type Print = { words?: number; title?: string; text?: string; at?: Date };

/** What an edition does to its chapter and story, without what is written in it. */
export function print(chapterId: string, { words = 100, title = "Night", text = "", at }: Print = {}) {
  return transact(press, async (tx) => {
    const chapter = await lockForPublishing(tx, chapterId);
    const { storyId, currentEditionId } = chapter;
    const publishedAt = at ?? tx.now;
    const [{ words: previousWords } = { words: 0 }] = await tx.db.edition.findMany({
      where: { id: currentEditionId ?? chapterId },
      select: { words: true },
    });
    const seq = 1 + (await tx.db.edition.count({ where: { storyId } }));
    const number = 1 + (await tx.db.edition.count({ where: { chapterId } }));
    const [editionId, hash] = [timedId(publishedAt), randomBytes(32).toString("hex")];
    const chain = { seq, number, hash, prevHash: seq === 1 ? null : hash, signature: "none" };
    await tx.db.edition.createMany({
      data: [{ id: editionId, storyId, chapterId, isMinor: false, words, docVersion: 1, publishedAt, ...chain }],
    });
    await tx.db.editionContent.createMany({
      data: [{ editionId, title, noteBefore: "", noteAfter: "", document: {}, html: "", text }],
    });
    return showEdition(tx, chapter, { editionId, words, previousWords, publishedAt });
  });
}

export const takeBack = (chapterId: string, words = 100): Promise<null> =>
  transact(press, async (tx) => {
    await hideChapter(tx, await lockForPublishing(tx, chapterId), { words });
    return null;
  });

/** A public story with one chapter. */
export async function publishStory(author: Member, input: Partial<StoryInput> = {}, printed: Print = {}) {
  const story = await begin(author, input);
  const chapterId = await addChapter(author, story.id);
  await print(chapterId, printed);
  return { ...story, chapterId };
}

export async function join(storyId: string, { profileId }: Member, rights: string[]): Promise<void> {
  await db.collaborator.createMany({ data: [{ storyId, profileId, rights, joinedAt: new Date() }] });
}

/** Somebody of age who wants to see what is for adults. */
export async function makeAdult(): Promise<Member> {
  const adult = await make.person();
  await as(adult).account.onboard({ birthDate: "1980-01-01", interests: [] });
  await as(adult).account.setPreferences({ showsMature: true });
  return adult;
}

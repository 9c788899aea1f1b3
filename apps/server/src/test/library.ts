import { randomBytes } from "node:crypto";
import type { Rating } from "@muejam/contracts/story";
import type { Member } from "../kernel/actor.ts";
import { timedId } from "../kernel/ids.ts";
import { ctxOf, make } from "./harness.ts";

const { db } = ctxOf(make.system());
const letters = "0123456789abcdefghjkmnpqrstvwxyz";

export type Shelved = { id: string; ref: string; author: Member };

/** A story nothing of which is published, written past the procedures that this is not about. */
export async function shelve(author: Member, { rating = "everyone" }: { rating?: Rating } = {}): Promise<Shelved> {
  const [id, at, storyRights] = [timedId(new Date()), new Date(), ["read", "edit", "publish", "lead"]];
  const ref = Array.from(randomBytes(10), (byte) => letters[byte % 32]).join("");
  const story = { id, ref, rating, leadId: author.profileId, title: "The Lantern", language: "en", status: "ongoing" };
  const rest = { tagline: "", blurb: "", licence: "", isAiReserved: true, whispersFrom: "everyone" };
  await db.$transaction([
    db.story.createMany({ data: [{ ...story, ...rest, createdAt: at, updatedAt: at }] }),
    db.collaborator.createMany({
      data: [{ storyId: id, profileId: author.profileId, rights: storyRights, joinedAt: at }],
    }),
  ]);
  return { id, ref, author };
}

/** Adds a chapter that readers see. */
export async function bind(story: Shelved, number = 1, publishedAt = new Date()): Promise<string> {
  const [chapterId, editionId] = [timedId(publishedAt), timedId(publishedAt)];
  const chapter = { id: chapterId, storyId: story.id, position: `a${number}`, createdAt: publishedAt };
  const edition = { id: editionId, storyId: story.id, chapterId, seq: number, number: 1, isMinor: false, words: 7 };
  const chain = { hash: hash(), prevHash: number === 1 ? null : hash(), signature: "none", docVersion: 1 };
  const words = { title: `Night ${number}`, noteBefore: "", noteAfter: "", text: "She lit the lantern and went out." };
  await db.$transaction([
    db.chapter.createMany({ data: [{ ...chapter, state: "draft" }] }),
    db.edition.createMany({ data: [{ ...edition, ...chain, publishedAt }] }),
    db.editionContent.createMany({ data: [{ ...words, editionId, document: {}, html: `<p>${words.text}</p>` }] }),
    db.chapter.updateMany({
      where: { id: chapterId },
      data: { state: "published", currentEditionId: editionId, number, publishedAt },
    }),
    db.story.updateMany({
      where: { id: story.id },
      data: { chapterCount: { increment: 1 }, firstPublishedAt: publishedAt, lastPublishedAt: publishedAt },
    }),
  ]);
  return chapterId;
}

export async function unbind(story: Shelved, chapterId: string): Promise<void> {
  await db.chapter.updateMany({ where: { id: chapterId }, data: { state: "unpublished", currentEditionId: null } });
  await db.story.updateMany({ where: { id: story.id }, data: { chapterCount: { decrement: 1 } } });
}

const hash = () => randomBytes(32).toString("hex");

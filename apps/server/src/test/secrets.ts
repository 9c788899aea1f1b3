import { randomBytes } from "node:crypto";
import { ProfileChanged } from "../domains/profile/profile.events.ts";
import type { Member } from "../kernel/actor.ts";
import { timedId } from "../kernel/ids.ts";
import { saveOf, sitDown } from "./desk.ts";
import { as, ctxOf, make, runJob, runJobs } from "./harness.ts";
import { type Shelved, shelve } from "./library.ts";
import { figureOf, sendPicture } from "./pictures.ts";
import { publish } from "./publish.ts";

const { db, cache } = ctxOf(make.system());

/** Something that went out of sight, or never was in it. `word` stands in all that was ever said of it. */
export type Secret = {
  name: string;
  word: string;
  storyId: string;
  ref: string;
  chapterId: string;
  revisionId: string;
  pictureId: string;
  number: number;
  /** Null where the rest of the story, or its author, is for everybody. */
  tag: string | null;
  face: { profileId: string; handle: string } | null;
};

/** What a secret would be if there were nothing. */
export const nothingLike = (secret: Secret): Secret => ({
  ...secret,
  chapterId: timedId(new Date()),
  revisionId: timedId(new Date()),
  pictureId: crypto.randomUUID(),
  number: 999,
  ...(secret.tag !== null && { storyId: timedId(new Date()), ref: "zzzzzzzzzz", tag: newWord() }),
  face: secret.face && { profileId: crypto.randomUUID(), handle: newWord() },
});

/** A story of `keeper`, or of somebody else, in each of the ways of being hidden; `follower` had read what there was. */
export async function keepSecrets(keeper: Member, follower: Member, look: (secret: Secret) => Promise<void>) {
  const draft = await begin("a draft", keeper);
  const open = await begin("an open story", keeper, "Open");
  await print(await chapterOf(open, { word: "Open" }));
  const added = await chapterOf(open, { name: "a draft chapter" });
  const taken = await chapterOf(open, { name: "a chapter taken back" });
  const [lost, mature] = [await begin("a story that lost its last chapter", keeper), await begin("mature", keeper)];
  const [held, closed] = await Promise.all(["held", "closed"].map(async (name) => begin(name, await openFace(name))));
  if (!held || !closed) throw new Error("Two were begun.");
  const seen = [taken, ...(await Promise.all([lost, mature, held, closed].map((story) => chapterOf(story))))];
  for (const chapter of seen) await print(chapter);
  const secrets = [await chapterOf(draft), added, ...seen].map(({ secret }) => secret);
  await readAll(follower, seen);
  await runJobs();
  for (const { secret } of seen) await look(secret);

  for (const { secret } of seen.slice(0, 2)) await as(keeper).edition.unpublish({ chapterId: secret.chapterId });
  await as(keeper).story.update({ ...wordsOf(mature), id: mature.id, rating: "mature" });
  await hold(held.author);
  await db.profile.update({ where: { id: closed.author.profileId }, data: { closesAt: new Date(0) } });
  await runJob("profile.closeDue");
  return secrets;
}

/** Taken back before anybody could be told. */
export async function publishInHaste(keeper: Member): Promise<string> {
  const chapter = await chapterOf(await begin("in haste", keeper));
  await print(chapter);
  await as(keeper).edition.unpublish({ chapterId: chapter.secret.chapterId });
  return chapter.secret.word;
}

type Begun = Shelved & { name: string; word: string; tag: string; face: Secret["face"] };
type Kept = { secret: Secret; author: Member; version: number };

const newWord = (): string => `zq${randomBytes(6).toString("hex")}`;
const wordsOf = ({ word, tag }: { word: string; tag: string }) => ({
  title: word,
  tagline: word,
  blurb: word,
  licence: word,
  tags: [tag],
});

async function begin(name: string, author: Member, word = newWord()): Promise<Begun> {
  const { profileId } = author;
  const { handle } = await db.profile.findUniqueOrThrow({ where: { id: profileId } });
  const face = name === "held" || name === "closed" ? { profileId, handle } : null;
  // What is for adults is called by words that everybody may know.
  const tag = name === "mature" ? newWord() : word;
  return { ...(await shelve(author, wordsOf({ word, tag }))), name, word, tag, face };
}

/** A draft full of words; a story that is open keeps its own, and hides the chapter's. */
async function chapterOf(story: Begun, given: { name?: string; word?: string } = {}): Promise<Kept> {
  const { author, id: storyId, ref, face } = story;
  const isOpen = story.word === "Open";
  const { name = story.name, word = isOpen ? newWord() : story.word } = given;
  const { chapterId } = await sitDown(author, story);
  const notes = { title: word, noteBefore: word, noteAfter: word };
  const picture = await sendPicture(author);
  const save = saveOf(chapterId, 0, word);
  const placed = [...save.placed, { after: null, block: figureOf(picture, word) }];
  const { version } = await as(author).draft.save({ ...save, ...notes, placed });
  const { id: revisionId } = await as(author).draft.keep({ chapterId, version, name: word });
  const [number, tag] = isOpen ? [2, null] : [1, story.tag];
  const pictureId = picture.id;
  const secret = { name, word, storyId, ref, chapterId, revisionId, pictureId, number, tag, face };
  return { secret, author, version };
}

async function print({ secret, author, version }: Kept): Promise<void> {
  const { chapterId } = secret;
  secret.number = (await as(author).edition.publish({ chapterId, version })).number;
}

async function readAll(reader: Member, chapters: readonly Kept[]): Promise<void> {
  const { social, reading } = as(reader);
  const place = { edition: 1, block: "b1", offset: 0, quote: "", prefix: "", suffix: "", perMille: 1, device: "" };
  for (const { secret, author } of chapters) {
    const { chapterId, storyId } = secret;
    await social.followProfile({ profileId: author.profileId, isFollowing: true });
    await social.followStory({ storyId, isFollowing: true });
    await social.applaud({ chapterId, hasApplauded: true });
    await reading.savePosition({ chapterId, ...place });
  }
}

async function openFace(name: string): Promise<Member> {
  const member = await make.person();
  const [word, id] = [newWord(), member.profileId];
  await as(member).profile.update({ id, handle: `${name}_${word}`, displayName: word, bio: word });
  return member;
}

async function hold({ profileId }: Member): Promise<void> {
  const { handle } = await db.profile.update({ where: { id: profileId }, data: { state: "held" } });
  await cache.drop([`handle:${handle.toLowerCase()}`]);
  await publish(ProfileChanged, { profileId });
  await runJobs();
}

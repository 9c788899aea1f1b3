import type { PositionInput } from "@muejam/contracts/reading";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { addChapter, makeAdult, print, publishStory, takeBack } from "../../test/press.ts";
import { readChapter } from "./reading.chapter.service.ts";
import { chapterHere } from "./reading.service.ts";

const { db } = ctxOf(make.system());
const visitor = () => as(make.visitor());
const place = (chapterId: string, perMille: number, block = "b1"): PositionInput => ({
  chapterId,
  edition: 1,
  block,
  offset: 4,
  quote: "the lantern",
  prefix: "She lit ",
  suffix: " and went",
  perMille,
  device: "phone",
});

test("a chapter is read in two statements when it is cold, and in none when it is warm", async () => {
  const author = await make.person();
  const story = await publishStory(author, { title: "The Lantern", tags: ["sea"] }, { title: "Dusk", words: 7 });
  const second = await addChapter(author, story.id);
  await print(second, { title: "Night" });
  const read = (number: number) => visitor().reading.chapter({ ref: story.ref, number });
  const { queries, result } = await countQueries(() => read(1));
  expect(queries).toBe(2);
  expect(result).toMatchObject({
    story: { ref: story.ref, title: "The Lantern", tags: [{ slug: "sea" }], chapterCount: 2 },
    number: 1,
    title: "Dusk",
    words: 7,
    edition: 1,
    applauseCount: 0,
    previous: null,
    next: { number: 2, title: "Night" },
  });
  expect((await countQueries(() => read(1))).queries).toBe(0);
  expect((await read(2)).previous).toMatchObject({ number: 1 });
  await expect(read(3)).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("a member's page, with what is theirs alone, costs two statements when it is warm", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  const story = await publishStory(author);
  const where = { ref: story.ref, number: 1 };
  await as(reader).reading.savePosition(place(story.chapterId, 300));
  await visitor().reading.chapter(where);
  // One request carries both: whoever asks is the same actor.
  const ctx = ctxOf({ ...reader });
  const { queries, result } = await countQueries(() => Promise.all([readChapter(ctx, where), chapterHere(ctx, where)]));
  expect(queries).toBe(2);
  expect(result[1]).toMatchObject({
    hasApplauded: false,
    isFollowingStory: false,
    isFollowingAuthor: false,
    isTeam: false,
    position: { storyId: story.id, current: { chapterId: story.chapterId, chapterNumber: 1, perMille: 300 } },
  });
  expect(await as(author).reading.storyHere({ ref: story.ref })).toMatchObject({ isTeam: true, position: null });
});

test("what is unpublished, of a story or of one chapter, is gone at once by every door", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  const story = await publishStory(author);
  const second = await addChapter(author, story.id);
  const where = { ref: story.ref, number: 1 };
  const draft = () => as(reader).reading.savePosition(place(second, 10));
  await expect(draft()).rejects.toMatchObject(refusal("NOT_FOUND"));
  await visitor().reading.chapter(where);
  await takeBack(story.chapterId);
  for (const who of [make.visitor(), reader, author]) {
    await expect(as(who).reading.chapter(where)).rejects.toMatchObject(refusal("NOT_FOUND"));
  }
  await expect(as(reader).reading.chapterHere(where)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(reader).reading.storyHere({ ref: story.ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  for (const who of [reader, author])
    await expect(as(who).reading.savePosition(place(story.chapterId, 10))).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("what is for adults is told apart from what does not exist, and only adults who want it read it", async () => {
  const story = await publishStory(await make.person(), { rating: "mature" });
  const where = { ref: story.ref, number: 1 };
  await expect(visitor().reading.chapter(where)).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
  const minor = as(await make.person());
  await expect(minor.reading.savePosition(place(story.chapterId, 1))).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
  await expect(as(await makeAdult()).reading.chapter(where)).resolves.toMatchObject({ number: 1 });
});

test("the last place is where to go on, the furthest is what was read", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  const story = await publishStory(author);
  const second = await addChapter(author, story.id);
  await print(second);
  const save = (chapterId: string, perMille: number) => as(reader).reading.savePosition(place(chapterId, perMille));
  expect((await save(story.chapterId, 900))?.furthest).toEqual({ chapterNumber: 1, perMille: 900 });
  const { queries, result } = await countQueries(() => save(second, 100));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result?.furthest).toEqual({ chapterNumber: 2, perMille: 100 });
  const back = await save(story.chapterId, 200);
  expect(back?.current).toMatchObject({ chapterNumber: 1, perMille: 200, quote: "the lantern", device: "phone" });
  expect(back?.furthest).toEqual({ chapterNumber: 2, perMille: 100 });
  expect((await save(second, 50))?.furthest).toEqual({ chapterNumber: 2, perMille: 100 });
});

test("a place hangs on the person: another face of theirs goes on from it, and nobody else sees it", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  const story = await publishStory(author);
  const { id } = await as(reader).profile.create({ handle: `p_${story.ref}`, displayName: "Other" });
  await as(reader).reading.savePosition(place(story.chapterId, 400));
  const here = { ref: story.ref };
  expect((await as({ ...reader, profileId: id }).reading.storyHere(here)).position?.current.perMille).toBe(400);
  expect((await as(author).reading.storyHere(here)).position).toBeNull();
  expect(await db.readingPosition.count({ where: { storyId: story.id } })).toBe(1);
});

import { expect, test } from "vitest";
import { transact } from "../../kernel/transact.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { addChapter, begin, print, publishStory, takeBack } from "../../test/press.ts";
import { hideChapter, showEdition } from "./story.publishing.service.ts";
import { lockForPublishing } from "./story.rights.service.ts";

const { db } = ctxOf(make.system());
const visitor = as(make.visitor());
const storyOf = (id: string) => db.story.findUniqueOrThrow({ where: { id } });
const faceOf = (id: string) =>
  db.profile.findUniqueOrThrow({ where: { id }, select: { storyCount: true, wordCount: true } });
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

test("the first edition of a chapter makes it and its story public, and counts", async () => {
  const author = await make.person();
  const { id, ref } = await begin(author);
  const chapterId = await addChapter(author, id);
  await expect(visitor.story.byRef({ ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await print(chapterId, { words: 120, at: day(1) })).toBe(1);
  expect(await visitor.story.byRef({ ref })).toMatchObject({ chapterCount: 1, wordCount: 120 });
  expect(await storyOf(id)).toMatchObject({ firstPublishedAt: day(1), lastPublishedAt: day(1) });
  expect(await faceOf(author.profileId)).toEqual({ storyCount: 1, wordCount: 120 });
});

test("a later edition changes the words and nothing else", async () => {
  const author = await make.person();
  const { id, chapterId } = await publishStory(author, {}, { words: 100, at: day(1) });
  expect(await print(chapterId, { words: 70, at: day(2) })).toBe(1);
  expect(await storyOf(id)).toMatchObject({ chapterCount: 1, wordCount: 70, lastPublishedAt: day(1) });
  expect(await faceOf(author.profileId)).toEqual({ storyCount: 1, wordCount: 70 });
});

test("a chapter keeps its number and its day when it was away, and no other chapter gets them", async () => {
  const author = await make.person();
  const { id, chapterId } = await publishStory(author, {}, { at: day(1) });
  await takeBack(chapterId);
  const second = await addChapter(author, id);
  expect(await print(second, { at: day(2) })).toBe(2);
  expect(await print(chapterId, { at: day(3) })).toBe(1);
  expect(await storyOf(id)).toMatchObject({ chapterCount: 2, wordCount: 200, lastPublishedAt: day(2) });
  await takeBack(second);
  expect(await storyOf(id)).toMatchObject({ firstPublishedAt: day(1), lastPublishedAt: day(1) });
});

test("a story whose last chapter is taken back is public no longer, and counts no more", async () => {
  const author = await make.person();
  const { id, ref, chapterId } = await publishStory(author, { genres: ["mystery"] });
  const listed = async () =>
    (await visitor.story.list({ tag: "mystery", author: (await as(author).story.own({ id })).author.handle })).items;
  await visitor.story.byRef({ ref });
  expect(await listed()).toHaveLength(1);
  await takeBack(chapterId);
  await expect(visitor.story.byRef({ ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(author).story.byRef({ ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(visitor.story.chapters({ ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await listed()).toEqual([]);
  expect(await faceOf(author.profileId)).toEqual({ storyCount: 0, wordCount: 0 });
  expect(await storyOf(id)).toMatchObject({ chapterCount: 0, wordCount: 0 });
});

test("showing and hiding send few statements, the face's counters last", async () => {
  const { chapterId } = await publishStory(await make.person());
  await takeBack(chapterId);
  const { sql } = await countQueries(() => print(chapterId));
  const shown = sql.slice(sql.findIndex((one) => /UPDATE chapter/.test(one)));
  expect(shown.map((one) => /^\s*UPDATE "?(?:public"?\.")?(\w+)/.exec(one)?.[1])).toEqual([
    "chapter",
    "story",
    "profile",
  ]);
  const hiding = await countQueries(() => takeBack(chapterId));
  expect(hiding.queries).toBeLessThanOrEqual(6);
});

test("what is no longer as it was read is refused", async () => {
  const { chapterId } = await publishStory(await make.person());
  const system = ctxOf(make.system());
  const chapter = await transact(system, (tx) => lockForPublishing(tx, chapterId));
  await print(chapterId);
  const stale = transact(system, (tx) => hideChapter(tx, chapter, { words: 100 }).then(() => null));
  await expect(stale).rejects.toThrow(expect.objectContaining({ code: "CONFLICT" }));
  const edition = { editionId: chapter.currentEditionId ?? "", words: 1, previousWords: 0, publishedAt: new Date() };
  const late = transact(system, (tx) => showEdition(tx, chapter, edition));
  await expect(late).rejects.toThrow(expect.objectContaining({ code: "CONFLICT" }));
});

test("chapters published at once are numbered one by one", async () => {
  const author = await make.person();
  const { id } = await begin(author);
  const chapters = await Promise.all(Array.from({ length: 8 }, () => addChapter(author, id)));
  const shown = await Promise.all(chapters.map((chapterId) => print(chapterId)));
  expect(shown.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await storyOf(id)).toMatchObject({ chapterCount: 8, wordCount: 800 });
  expect(await faceOf(author.profileId)).toEqual({ storyCount: 1, wordCount: 800 });
});

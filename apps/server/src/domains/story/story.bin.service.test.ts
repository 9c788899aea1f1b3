import { expect, test } from "vitest";
import { publishNow, saveOf, sitDown, write } from "../../test/desk.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal } from "../../test/harness.ts";
import { addChapter, begin, join } from "../../test/press.ts";
import { emptyBin } from "./story.bin.service.ts";

const { db } = ctxOf(make.system());
const days = (count: number) => new Date(Date.now() - count * 86_400_000);

test("a chapter in the bin is in no list, and comes back to its place with every word", async () => {
  const author = await make.person();
  const { id } = await begin(author);
  const ids = [await addChapter(author, id, "One"), await addChapter(author, id, "Two"), await addChapter(author, id)];
  const [, chapterId = ""] = ids;
  await as(author).draft.save(saveOf(chapterId, 0, "Kept words."));
  const { queries } = await countQueries(() => as(author).story.binChapter({ chapterId }));
  expect(queries).toBeLessThanOrEqual(8);
  await as(author).story.binChapter({ chapterId });
  const own = async () => (await as(author).story.ownChapters({ id, limit: 20 })).items.map((chapter) => chapter.id);
  expect(await own()).toEqual([ids[0], ids[2]]);
  expect((await as(author).story.bin({ id, limit: 20 })).items).toMatchObject([
    { id: chapterId, title: "Two", words: 2 },
  ]);
  await as(author).story.restoreChapter({ chapterId });
  await as(author).story.restoreChapter({ chapterId });
  expect(await own()).toEqual(ids);
  expect((await as(author).story.bin({ id, limit: 20 })).items).toEqual([]);
  const acts = await db.auditEntry.findMany({ where: { subject: `chapter:${chapterId}` }, orderBy: { at: "asc" } });
  expect(acts.map(({ act }) => act)).toEqual(["chapter.binned", "chapter.restored"]);
});

test("what readers see goes from them, is told of once, and comes back unpublished", async () => {
  const desk = await sitDown();
  const { author, chapterId, story } = desk;
  await publishNow(desk);
  await as(author).story.binChapter({ chapterId });
  expect((await eventsAbout(chapterId)).map(({ name }) => name)).toEqual(["edition.published", "edition.unpublished"]);
  expect(await db.story.findUnique({ where: { id: story.id } })).toMatchObject({ chapterCount: 0, wordCount: 0 });
  await expect(as(make.visitor()).story.byRef({ ref: story.ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(author).story.bin({ id: story.id, limit: 20 })).items).toMatchObject([{ number: 1, goesAt: null }]);
  await as(author).story.restoreChapter({ chapterId });
  const { items } = await as(author).story.ownChapters({ id: story.id, limit: 20 });
  expect(items).toMatchObject([{ id: chapterId, state: "unpublished", number: 1 }]);
});

test("a tab that still writes there loses nothing, and publishes nothing", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await as(author).story.binChapter({ chapterId });
  const version = await write(desk, "Typed elsewhere meanwhile.");
  expect((await as(author).draft.get({ chapterId })).words).toBe(3);
  await expect(as(author).edition.publish({ chapterId, version })).rejects.toMatchObject(refusal("CONFLICT"));
});

test("after thirty days a draft that nobody has seen is gone, and nothing else", async () => {
  const [old, young, seen] = [await sitDown(), await sitDown(), await sitDown()];
  await publishNow(seen);
  for (const { author, chapterId } of [old, young, seen]) await as(author).story.binChapter({ chapterId });
  const since = (chapterId: string, binnedAt: Date) =>
    db.chapter.update({ where: { id: chapterId }, data: { binnedAt } });
  await since(old.chapterId, days(30.01));
  await since(young.chapterId, days(29.9));
  await since(seen.chapterId, days(400));
  await emptyBin(ctxOf(make.system()));
  const ids = [old, young, seen].map(({ chapterId }) => chapterId);
  const left = await db.chapter.findMany({ where: { id: { in: ids } }, select: { id: true } });
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([young.chapterId, seen.chapterId]));
  expect(await db.draft.count({ where: { chapterId: old.chapterId } })).toBe(0);
});

test("the bin comes page by page, what was thrown away last first", async () => {
  const author = await make.person();
  const { id } = await begin(author);
  const ids: string[] = [];
  for (const title of ["One", "Two", "Three"]) ids.unshift(await addChapter(author, id, title));
  for (const chapterId of ids.toReversed()) await as(author).story.binChapter({ chapterId });
  const first = await as(author).story.bin({ id, limit: 2 });
  const rest = await as(author).story.bin({ id, limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map((chapter) => chapter.id)).toEqual(ids);
  expect((await countQueries(() => as(author).story.bin({ id, limit: 20 }))).queries).toBe(2);
  const [{ binnedAt, goesAt } = { binnedAt: "", goesAt: null }] = first.items;
  expect(Date.parse(goesAt ?? "") - Date.parse(binnedAt)).toBe(30 * 86_400_000);
});

test("whoever may edit throws drafts away, whoever may publish what readers have seen, and nobody else anything", async () => {
  const desk = await sitDown();
  const { chapterId, story } = desk;
  const [editor, reader, stranger] = [await make.person(), await make.person(), await make.person()];
  await join(story.id, editor, ["read", "edit"]);
  await join(story.id, reader, ["read"]);
  for (const act of ["binChapter", "restoreChapter"] as const) {
    await expect(as(reader).story[act]({ chapterId })).rejects.toMatchObject(refusal("FORBIDDEN"));
    await expect(as(stranger).story[act]({ chapterId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(as(editor).story[act]({ chapterId })).resolves.toEqual({ chapterId });
  }
  await publishNow(desk);
  await expect(as(editor).story.binChapter({ chapterId })).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(as(stranger).story.bin({ id: story.id, limit: 20 })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(reader).story.bin({ id: story.id, limit: 20 })).items).toEqual([]);
});

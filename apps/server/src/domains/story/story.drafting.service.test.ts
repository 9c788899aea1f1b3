import { expect, test } from "vitest";
import { timedId } from "../../kernel/ids.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { addChapter, begin, join, print } from "../../test/press.ts";

const { db } = ctxOf(make.system());
const newId = () => timedId(new Date());

test("a chapter is added at the end, with an empty draft", async () => {
  const author = await make.person();
  const { id: storyId } = await begin(author);
  const first = await addChapter(author, storyId, "One");
  const id = newId();
  const { queries, result } = await countQueries(() => as(author).story.addChapter({ id, storyId, title: "Two" }));
  expect(queries).toBeLessThanOrEqual(7);
  expect(result).toMatchObject({ id, state: "draft", number: null, title: "Two", words: 0, publishedAt: null });
  const { items } = await as(author).story.ownChapters({ id: storyId, limit: 20 });
  expect(items.map((chapter) => chapter.id)).toEqual([first, id]);
  expect(await db.draft.findUnique({ where: { chapterId: id } })).toMatchObject({ version: 0, title: "Two" });
});

test("twenty added at once stand one behind the other", async () => {
  const author = await make.person();
  const { id } = await begin(author);
  await Promise.all(Array.from({ length: 20 }, () => addChapter(author, id)));
  const positions = await db.chapter.findMany({ where: { storyId: id }, select: { position: true } });
  expect(new Set(positions.map(({ position }) => position)).size).toBe(20);
});

test("a retry finds the chapter that was added, as it is now", async () => {
  const author = await make.person();
  const { id: storyId } = await begin(author);
  const id = await addChapter(author, storyId, "One");
  expect(await as(author).story.addChapter({ id, storyId, title: "Uno" })).toMatchObject({ id, title: "One" });
  expect(await db.chapter.count({ where: { storyId } })).toBe(1);
});

test("an id that stands in another story is refused", async () => {
  const [author, other] = [await make.person(), await make.person()];
  const taken = await addChapter(other, (await begin(other)).id);
  const { id: storyId } = await begin(author);
  await expect(as(author).story.addChapter({ id: taken, storyId })).rejects.toMatchObject(refusal("CONFLICT"));
});

test("whoever may edit adds and sees chapters, a reader of the team sees them, to others there are none", async () => {
  const [author, reader, moderator] = [await make.person(), await make.person(), await make.person({}, ["moderator"])];
  const { id: storyId } = await begin(author);
  await addChapter(author, storyId);
  await join(storyId, reader, ["read"]);
  const add = (who: typeof author) => as(who).story.addChapter({ id: newId(), storyId });
  const look = (who: typeof author) => as(who).story.ownChapters({ id: storyId, limit: 20 });
  await expect(add(reader)).rejects.toMatchObject(refusal("FORBIDDEN"));
  expect((await look(reader)).items).toHaveLength(1);
  await expect(add(moderator)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(look(moderator)).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("chapters come page by page in the author's order, published ones among them", async () => {
  const author = await make.person();
  const { id } = await begin(author);
  const added: string[] = [];
  for (const title of ["One", "Two", "Three"]) added.push(await addChapter(author, id, title));
  await print(added[1] ?? "", { title: "Two, as published" });
  const first = await as(author).story.ownChapters({ id, limit: 2 });
  const rest = await as(author).story.ownChapters({ id, limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...rest.items].map((chapter) => chapter.id)).toEqual(added);
  expect(first.items[1]).toMatchObject({ state: "published", number: 1, title: "Two" });
  expect((await countQueries(() => as(author).story.ownChapters({ id, limit: 20 }))).queries).toBe(2);
});

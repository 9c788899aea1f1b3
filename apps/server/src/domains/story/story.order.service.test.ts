import fc from "fast-check";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { addChapter, begin, join, print } from "../../test/press.ts";

const { db } = ctxOf(make.system());
type Author = Awaited<ReturnType<typeof make.person>>;

async function threeChapters() {
  const author = await make.person();
  const story = await begin(author);
  const ids: string[] = [];
  for (const title of ["One", "Two", "Three"]) ids.push(await addChapter(author, story.id, title));
  const [one = "", two = "", three = ""] = ids;
  return { author, story, one, two, three };
}

const orderOf = async (author: Author, storyId: string) =>
  (await as(author).story.ownChapters({ id: storyId, limit: 100 })).items.map(({ id }) => id);

test("a chapter is put first, last and between, for its readers too, and keeps its number", async () => {
  const { author, story, one, two, three } = await threeChapters();
  for (const id of [one, two, three]) await print(id);
  const { queries } = await countQueries(() => as(author).story.moveChapter({ chapterId: three, afterId: null }));
  expect(queries).toBeLessThanOrEqual(8);
  expect(await orderOf(author, story.id)).toEqual([three, one, two]);
  await as(author).story.moveChapter({ chapterId: three, afterId: one });
  expect(await orderOf(author, story.id)).toEqual([one, three, two]);
  await as(author).story.moveChapter({ chapterId: one, afterId: two });
  const shown = await as(make.visitor()).story.chapters({ ref: story.ref });
  expect(shown.items.map(({ id, number }) => [id, number])).toEqual([
    [three, 3],
    [two, 2],
    [one, 1],
  ]);
});

test("whatever is moved, the order is the one that was asked for, around what is in the bin as well", async () => {
  const { author, story, one, two, three } = await threeChapters();
  const hidden = await addChapter(author, story.id, "Hidden");
  await as(author).story.moveChapter({ chapterId: hidden, afterId: one });
  await as(author).story.binChapter({ chapterId: hidden });
  let order = [one, two, three];
  const move = fc.tuple(fc.nat(2), fc.nat(2));
  for (const [from, to] of fc.sample(fc.array(move, { minLength: 25, maxLength: 25 }), { numRuns: 1, seed: 7 })[0] ??
    []) {
    const chapterId = order[from] ?? "";
    const rest = order.filter((id) => id !== chapterId);
    await as(author).story.moveChapter({ chapterId, afterId: rest[to - 1] ?? null });
    order = rest.toSpliced(rest[to - 1] === undefined ? 0 : to, 0, chapterId);
    expect(await orderOf(author, story.id)).toEqual(order);
  }
});

test("whoever may edit orders drafts, whoever may publish orders what readers see, and nobody else anything", async () => {
  const { author, story, one, two } = await threeChapters();
  const [editor, reader, stranger] = [await make.person(), await make.person(), await make.person()];
  await join(story.id, editor, ["read", "edit"]);
  await join(story.id, reader, ["read"]);
  const move = (who: Author, chapterId: string, afterId: string | null) =>
    as(who).story.moveChapter({ chapterId, afterId });
  await expect(move(editor, two, null)).resolves.toEqual({ chapterId: two });
  await expect(move(reader, one, null)).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(move(stranger, one, null)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await print(one);
  await expect(move(editor, one, null)).rejects.toMatchObject(refusal("FORBIDDEN"));
  const elsewhere = await addChapter(author, (await begin(author)).id);
  await expect(move(author, one, elsewhere)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(move(author, one, one)).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await db.chapter.count({ where: { storyId: story.id } })).toBe(3);
});

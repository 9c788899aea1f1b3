import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { addChapter, begin, makeAdult, print, publishStory } from "../../test/press.ts";
import { linesOf } from "./story.chapters.service.ts";

const visitor = as(make.visitor());

test("a published story is everybody's, with its first chapters and without anything of its authors' accounts", async () => {
  const author = await make.person();
  const { ref, id, chapterId } = await publishStory(author, { genres: ["mystery"], notices: ["death"] });
  const cold = await countQueries(() => visitor.story.byRef({ ref }));
  expect(cold.queries).toBeLessThanOrEqual(4);
  expect(cold.result).toMatchObject({ id, ref, chapterCount: 1, wordCount: 100, notices: ["death"] });
  expect(cold.result).toMatchObject({ tags: [{ slug: "mystery" }], counts: { followers: 0, applause: 0 } });
  expect(cold.result.chapters).toMatchObject({ items: [{ id: chapterId, number: 1, words: 100 }], nextCursor: null });
  expect(cold.result).not.toHaveProperty("team");
  const warm = await countQueries(() => visitor.story.byRef({ ref }));
  expect(warm).toMatchObject({ queries: 0, result: cold.result });
  const reader = await make.person();
  expect((await countQueries(() => as(reader).story.byRef({ ref }))).queries).toBeLessThanOrEqual(1);
});

test("nobody finds a story that is not published, or not there", async () => {
  const author = await make.person();
  const { ref } = await begin(author);
  const moderator = await make.person({}, ["moderator"]);
  for (const who of [make.visitor(), author, moderator])
    await expect(as(who).story.byRef({ ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(visitor.story.byRef({ ref: "0000000000" })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("a story for adults says so to whoever may not read it", async () => {
  const author = await make.person();
  const { ref } = await publishStory(author, { rating: "mature" });
  for (const who of [make.visitor(), await make.person()]) {
    await expect(as(who).story.byRef({ ref })).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
    await expect(as(who).story.chapters({ ref })).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
  }
  for (const who of [author, await makeAdult(), await make.person({}, ["moderator"])])
    expect(await as(who).story.byRef({ ref })).toMatchObject({ ref, rating: "mature" });
});

test("chapters come in the author's order, page by page, and drafts never", async () => {
  const author = await make.person();
  const { id, ref } = await begin(author);
  const added: string[] = [];
  for (let count = 0; count < 5; count += 1) added.push(await addChapter(author, id));
  for (const index of [4, 0, 2, 1]) await print(added[index] ?? "", { title: `Night ${index}` });
  const first = await visitor.story.chapters({ ref, limit: 2 });
  const rest = await visitor.story.chapters({ ref, limit: 2, cursor: first.nextCursor ?? "" });
  const lines = [...first.items, ...rest.items].map(({ title, number }) => [title, number]);
  expect(lines).toEqual([
    ["Night 0", 2],
    ["Night 1", 4],
    ["Night 2", 3],
    ["Night 4", 1],
  ]);
  expect(rest.nextCursor).toBeNull();
  expect((await countQueries(() => visitor.story.chapters({ ref, limit: 2 }))).queries).toBe(0);
  const { ref: other } = await publishStory(author);
  await expect(visitor.story.chapters({ ref: other, cursor: first.nextCursor ?? "" })).rejects.toMatchObject(
    refusal("CURSOR_INVALID"),
  );
});

test("lines of chapters stand with their stories, and only for whoever may see those", async () => {
  const author = await make.person();
  const open = await publishStory(author, {}, { title: "First night" });
  const adult = await publishStory(author, { rating: "mature" });
  const hidden = await addChapter(author, open.id);
  const ids = [open.chapterId, adult.chapterId, hidden];
  const seen = await linesOf(ctxOf(make.visitor()), ids);
  expect([...seen.keys()]).toEqual([open.chapterId]);
  expect(seen.get(open.chapterId)).toMatchObject({ story: { ref: open.ref }, chapter: { title: "First night" } });
  expect((await linesOf(ctxOf(await makeAdult()), ids)).size).toBe(2);
  const warm = await countQueries(() => linesOf(ctxOf(make.visitor()), ids));
  expect(warm.queries).toBe(1);
});

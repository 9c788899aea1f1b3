import { expect, test } from "vitest";
import { as, countQueries, make, refusal } from "../../test/harness.ts";
import { addChapter, print, publishStory, takeBack } from "../../test/press.ts";

const read = (chapterId: string, perMille = 500) => ({
  chapterId,
  edition: 1,
  block: "b1",
  offset: 0,
  quote: "",
  prefix: "",
  suffix: "",
  perMille,
  device: "",
});

test("stories one is in come back newest first, a page at a time, with what is unread", async () => {
  const [author, reader] = [await make.person(), as(await make.person())];
  const [first, second] = [await publishStory(author), await publishStory(author)];
  const next = await addChapter(author, first.id);
  await print(next, { title: "Later" });
  await reader.reading.savePosition(read(first.chapterId));
  await reader.reading.savePosition(read(second.chapterId));

  const { items, nextCursor } = await reader.reading.continue({ limit: 1 });
  expect(items).toMatchObject([{ story: { id: second.id }, unread: 0, next: null }]);
  const rest = await reader.reading.continue({ limit: 1, cursor: nextCursor ?? "" });
  expect(rest).toMatchObject({
    items: [{ story: { id: first.id }, unread: 1, next: { number: 2, title: "Later" } }],
    nextCursor: null,
  });
  const { queries } = await countQueries(() => reader.reading.continue({}));
  expect(queries).toBeLessThanOrEqual(2);
  const stranger = as(await make.person());
  await expect(stranger.reading.continue({ cursor: nextCursor ?? "" })).rejects.toMatchObject(
    refusal("CURSOR_INVALID"),
  );
});

test("what can no longer be seen is not offered, and a page is not cut short by it", async () => {
  const [author, reader] = [await make.person(), as(await make.person())];
  const stories = [await publishStory(author), await publishStory(author), await publishStory(author)] as const;
  for (const { chapterId } of stories) await reader.reading.savePosition(read(chapterId));
  await takeBack(stories[1].chapterId);
  const { items, nextCursor } = await reader.reading.continue({ limit: 2 });
  expect(items.map(({ story }) => story.id)).toEqual([stories[2].id, stories[0].id]);
  expect(nextCursor).toBeNull();
});

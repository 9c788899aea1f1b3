import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { shelve } from "../../test/library.ts";
import { join, publishStory, takeBack } from "../../test/press.ts";

const { db } = ctxOf(make.system());
const visitor = as(make.visitor());

async function authorWith(stories: number) {
  const author = await make.person();
  const [face] = (await as(author).account.me()).profiles;
  const shelved = [];
  for (let left = stories; left > 0; left -= 1) shelved.push(await publishStory(author));
  const seen = async () => (await visitor.story.pinned({ handle: face?.handle ?? "" })).stories.map(({ id }) => id);
  return { author, stories: shelved, ids: shelved.map(({ id }) => id), seen };
}

test("three stories stand first in their author's order, are changed at once, and cost nothing once warm", async () => {
  const { author, ids, seen } = await authorWith(4);
  const [first, second, third, fourth] = ids as [string, string, string, string];
  expect(await seen()).toEqual([]);
  const { queries } = await countQueries(() => as(author).story.pin({ storyIds: [third, first, second] }));
  expect(queries).toBeLessThanOrEqual(7);
  expect(await seen()).toEqual([third, first, second]);
  expect((await countQueries(seen)).queries).toBe(0);
  await as(author).story.pin({ storyIds: [fourth, third] });
  expect(await seen()).toEqual([fourth, third]);
  await expect(as(author).story.pin({ storyIds: ids })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("only what the acting face writes is pinned: not another's, nor what it only reads before others", async () => {
  const [{ author, seen }, other] = [await authorWith(1), await publishStory(await make.person())];
  const pin = () => as(author).story.pin({ storyIds: [other.id] });
  await expect(pin()).rejects.toMatchObject(refusal("NOT_FOUND"));
  await join(other.id, author, ["read"]);
  await expect(pin()).rejects.toMatchObject(refusal("NOT_FOUND"));
  await db.collaborator.updateMany({
    where: { storyId: other.id, profileId: author.profileId },
    data: { rights: ["read", "edit"] },
  });
  await pin();
  expect(await seen()).toEqual([other.id]);
});

test("the database takes no pin of a story that is not the face's, no fourth, and none twice", async () => {
  const { author, ids } = await authorWith(1);
  const other = await shelve(await make.person());
  const { profileId } = author;
  const put = (storyId: string, position: number) =>
    db.storyPin.createMany({ data: [{ profileId, storyId, position }] });
  await expect(put(other.id, 1)).rejects.toThrow();
  await expect(put(ids[0] ?? "", 4)).rejects.toThrow();
  await put(ids[0] ?? "", 1);
  await expect(put(ids[0] ?? "", 2)).rejects.toThrow();
});

test("a pinned story that is taken back, or whose author left it, is not shown", async () => {
  const { author, stories, ids, seen } = await authorWith(2);
  await as(author).story.pin({ storyIds: ids });
  await takeBack(stories[0]?.chapterId ?? "");
  expect(await seen()).toEqual([ids[1]]);
});

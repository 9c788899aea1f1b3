import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { bind, shelve, unbind } from "../../test/library.ts";

const { db } = ctxOf(make.system());
const hour = (index: number) => new Date(Date.UTC(2026, 10, 20, index));

test("the feed has each chapter of what is followed once, newest first, page by page", async () => {
  const [reader, author, other] = [await make.person(), await make.person(), await make.person()];
  const [both, byAuthor, alone, unfollowed] = [
    await shelve(author),
    await shelve(author),
    await shelve(other),
    await shelve(other),
  ];
  const expected: string[] = [];
  for (const _ of [1, 2, 3])
    for (const story of [both, byAuthor, alone]) expected.unshift(await bind(story, hour(expected.length)));
  await bind(unfollowed);
  const { social } = as(reader);
  expect(await social.feed({})).toEqual({ items: [], nextCursor: null });
  await social.followProfile({ profileId: author.profileId, isFollowing: true });
  for (const { id } of [both, alone]) await social.followStory({ storyId: id, isFollowing: true });

  await social.feed({});
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { queries, result } = await countQueries(() => social.feed({ limit: 4, ...(cursor && { cursor }) }));
    expect(queries).toBeLessThanOrEqual(3);
    seen.push(...result.items.map(({ chapter }) => chapter.id));
    cursor = result.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(expected);
  const { items } = await social.feed({ limit: 1 });
  expect(items).toMatchObject([
    { story: { id: alone.id, author: { id: other.profileId } }, chapter: { number: 3, title: "Night" } },
  ]);
});

test("the feed leaves out what its reader may not see, and fills its pages all the same", async () => {
  const [reader, author] = [await make.person(), await make.person()];
  const [open, mature] = [await shelve(author), await shelve(author, { rating: "mature" })];
  const seen = [await bind(open, hour(1)), await bind(open, hour(2))];
  await bind(mature, hour(3));
  await unbind(await bind(open, hour(4)));
  const { social } = as(reader);
  await social.followProfile({ profileId: author.profileId, isFollowing: true });
  const idsOf = async (limit: number) => (await social.feed({ limit })).items.map(({ chapter }) => chapter.id);
  expect(await idsOf(2)).toEqual(seen.toReversed());
  await db.profile.update({ where: { id: author.profileId }, data: { state: "held" } });
  expect(await idsOf(2)).toEqual([]);
});

test("a cursor of one face's feed is refused by another's", async () => {
  const [reader, other, author] = [await make.person(), await make.person(), await make.person()];
  const story = await shelve(author);
  for (const number of [1, 2]) await bind(story, hour(number));
  await as(reader).social.followStory({ storyId: story.id, isFollowing: true });
  const { nextCursor } = await as(reader).social.feed({ limit: 1 });
  const cursor = nextCursor ?? "";
  await expect(as(other).social.feed({ cursor })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
});

import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { timedId } from "../../kernel/ids.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { bind, shelve } from "../../test/library.ts";
import { tell } from "./notification.telling.repo.ts";

const { db } = ctxOf(make.system());

/** Told past the jobs, one chapter each, the first one first. */
async function toldOf(count: number, { profileId }: Member) {
  const story = await shelve(await make.person());
  for (let number = 1; number <= count; number += 1) {
    const chapterId = await bind(story);
    const fact = { key: `chapter:${chapterId}`, kind: "chapter-published", storyId: story.id, chapterId } as const;
    await tell(db, { fact, told: [{ id: timedId(new Date()), profileId }], at: new Date() });
  }
  return story;
}

test("what a profile was told is listed newest first, with today's names, page by page", async () => {
  const reader = await make.person();
  const story = await toldOf(5, reader);
  await db.story.update({ where: { id: story.id }, data: { title: "Renamed" } });
  const { notification } = as(reader);
  const { queries, result: first } = await countQueries(() => notification.list({ limit: 3 }));
  expect(queries).toBeLessThanOrEqual(2);
  const author = expect.objectContaining({ id: story.author.profileId });
  expect(first.items[0]).toEqual({
    id: expect.any(String),
    at: expect.any(String),
    seq: 5,
    isRead: false,
    kind: "chapter-published",
    author,
    story: { ref: story.ref, title: "Renamed" },
    chapter: { number: 5, title: "Night" },
  });
  const second = await notification.list({ limit: 3, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1]);
  expect(second.nextCursor).toBeNull();
  const stranger = as(await make.person()).notification;
  await expect(stranger.list({ cursor: first.nextCursor ?? "" })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
  expect(await stranger.list({})).toEqual({ items: [], nextCursor: null });
});

test("a page is filled although some of what was told is no longer to be seen", async () => {
  const reader = await make.person();
  const hidden = await toldOf(1, reader);
  const seen = await toldOf(1, reader);
  await db.profile.update({ where: { id: hidden.author.profileId }, data: { state: "closed" } });
  await toldOf(1, reader);
  const first = await as(reader).notification.list({ limit: 1 });
  const second = await as(reader).notification.list({ limit: 1, cursor: first.nextCursor ?? "" });
  expect(second.items).toMatchObject([{ story: { ref: seen.ref }, seq: 2 }]);
  expect(second.nextCursor).toBeNull();
});

test("what is unread is counted up to a hundred, and read up to a number", async () => {
  const reader = await make.person();
  const story = await toldOf(3, reader);
  const { notification } = as(reader);
  const { queries, result } = await countQueries(() => notification.unread());
  expect(queries).toBeLessThanOrEqual(3);
  expect(result).toEqual({ count: 3, seq: 3 });
  const marked = await countQueries(() => notification.markRead({ seq: 2 }));
  expect(marked.queries).toBeLessThanOrEqual(5);
  expect(marked.result).toEqual({ count: 1, seq: 3 });
  expect((await notification.list({})).items.map(({ isRead }) => isRead)).toEqual([false, true, true]);
  expect(await notification.markRead({ seq: Number.MAX_SAFE_INTEGER })).toEqual({ count: 0, seq: 3 });

  const { profileId } = reader;
  const actors = await db.profile.findMany({ take: 1, where: { id: story.author.profileId }, select: { id: true } });
  const actorId = actors[0]?.id ?? "";
  const row = (seq: number) => ({
    id: timedId(new Date()),
    profileId,
    seq,
    key: `k${seq}`,
    kind: "new-follower",
    actorId,
  });
  const at = new Date();
  await db.notification.createMany({ data: Array.from({ length: 120 }, (_, index) => ({ ...row(index + 4), at })) });
  expect((await notification.unread()).count).toBe(100);
});

test("one reader's list is not another's to mark as read", async () => {
  const [reader, other] = [await make.person(), await make.person()];
  await toldOf(1, reader);
  await as(other).notification.markRead({ seq: 100 });
  expect((await as(reader).notification.unread()).count).toBe(1);
});

test("mail of chapters is on until somebody says otherwise", async () => {
  const reader = await make.person();
  const { notification } = as(reader);
  const asked = await countQueries(() => notification.choices());
  expect([asked.queries, asked.result]).toEqual([1, { isMailedOfChapters: true, isMailedOfInvitations: true }]);
  for (const isMailedOfChapters of [false, true, false]) {
    const { queries, result } = await countQueries(() => notification.choose({ isMailedOfChapters }));
    expect(queries).toBeLessThanOrEqual(3);
    expect(result).toEqual({ isMailedOfChapters, isMailedOfInvitations: true });
    expect(await notification.choices()).toEqual(result);
  }
  expect(await as(await make.person()).notification.choices()).toMatchObject({ isMailedOfChapters: true });
});

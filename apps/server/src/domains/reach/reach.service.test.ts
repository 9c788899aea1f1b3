import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJobs } from "../../test/harness.ts";
import { newsOf } from "../../test/news.ts";
import { publishStory } from "../../test/press.ts";

const { db } = ctxOf(make.system());

/** Two people with two faces each, and a story under every one. */
async function meet() {
  const people = await Promise.all([make.person(), make.person()]);
  const [here, there] = await Promise.all(
    people.map(async (first) => {
      const face = await as(first).profile.create({ handle: `o_${randomUUID().slice(0, 8)}`, displayName: "Other" });
      const other: Member = { ...first, profileId: face.id };
      const [story, otherStory] = [await publishStory(first), await publishStory(other)];
      return { first, other, story, otherStory };
    }),
  );
  if (!here || !there) throw new Error("Two met.");
  return { here, there };
}
type Party = Awaited<ReturnType<typeof meet>>["here"];

const block = (by: Member, { profileId }: Member, isBlocked = true) => as(by).reach.block({ profileId, isBlocked });
const mute = (by: Member, { profileId }: Member, isMuted = true) => as(by).reach.mute({ profileId, isMuted });
const follow = (by: Member, { profileId }: Member, isFollowing = true) =>
  as(by).social.followProfile({ profileId, isFollowing });
const handleOf = async ({ profileId }: Member) =>
  (await db.profile.findUniqueOrThrow({ where: { id: profileId } })).handle;
const followersOf = async ({ profileId }: Member) =>
  (await db.profile.findUniqueOrThrow({ where: { id: profileId } })).followerCount;

/** By how many ways somebody comes upon a face and its story. */
async function ways(viewer: Member, face: Member, story: Party["story"]): Promise<number> {
  const [{ ref, id }, handle] = [story, await handleOf(face)];
  const { profile, story: stories, reading, social } = as(viewer);
  const here = await social.profileHere({ profileId: face.profileId }).catch(() => null);
  const tried = await Promise.allSettled([
    profile.view({ handle }),
    profile.byHandle({ handle }),
    stories.byRef({ ref }),
    stories.chapters({ ref }),
    reading.chapter({ ref, number: 1 }),
    reading.chapterHere({ ref, number: 1 }),
    reading.storyHere({ ref }),
    social.followStory({ storyId: id, isFollowing: true }),
    ...(here && !here.isBlocked ? [here] : [Promise.reject(new Error("hidden"))]),
    ...[{}, { author: handle }].map(async (filter) => {
      const { items } = await stories.list({ limit: 100, ...filter });
      if (!items.some((item) => item.id === id)) throw new Error("not listed");
    }),
  ]);
  return tried.filter(({ status }) => status === "fulfilled").length;
}
const all = 11;

test("a block hides the face that was blocked from the person, and the face that did it from that face", async () => {
  const { here, there } = await meet();
  const { queries, result } = await countQueries(() => block(here.first, there.first));
  expect(queries).toBeLessThanOrEqual(11);
  expect(result).toEqual({ isBlocked: true });
  // What is left is the page where it can be undone.
  expect(await ways(here.first, there.first, there.story)).toBe(1);
  expect(await ways(here.other, there.first, there.story)).toBe(1);
  expect(await ways(there.first, here.first, here.story)).toBe(0);
  const unhurt = [
    [here.first, there.other, there.otherStory],
    [here.other, there.other, there.otherStory],
    [there.first, here.other, here.otherStory],
    [there.other, here.first, here.story],
    [there.other, here.other, here.otherStory],
  ] as const;
  for (const [viewer, face, story] of unhurt) expect(await ways(viewer, face, story)).toBe(all);
  await block(here.first, there.first, false);
  expect(await ways(here.first, there.first, there.story)).toBe(all);
  expect(await ways(there.first, here.first, here.story)).toBe(all);
});

test("to whom was blocked it is as if there were nothing", async () => {
  const { here, there } = await meet();
  await block(here.first, there.first);
  const { profileId } = here.first;
  const nobody = { profileId: randomUUID() };
  const { reach, social, profile } = as(there.first);
  for (const who of [{ profileId }, nobody]) {
    const asked = await Promise.allSettled([
      reach.block({ ...who, isBlocked: true }),
      reach.mute({ ...who, isMuted: true }),
      social.followProfile({ ...who, isFollowing: true }),
      social.profileHere(who),
    ]);
    for (const answer of asked) expect(answer).toMatchObject({ status: "rejected", reason: refusal("NOT_FOUND") });
    expect(await reach.block({ ...who, isBlocked: false })).toEqual({ isBlocked: false });
    expect(await reach.mute({ ...who, isMuted: false })).toEqual({ isMuted: false });
    expect(await social.followProfile({ ...who, isFollowing: false })).toEqual(left);
  }
  for (const handle of [await handleOf(here.first), "nobody_at_all"])
    await expect(profile.view({ handle })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(
    as(there.first).social.applaud({ chapterId: here.story.chapterId, hasApplauded: true }),
  ).rejects.toMatchObject(refusal("NOT_FOUND"));
});
const left = { isFollowing: false, isRequested: false, followerCount: 0 };

test("what the two faces followed of each other ends, and is counted; the others' stays", async () => {
  const { here, there } = await meet();
  const pairs = [
    [here.first, there.first],
    [there.first, here.first],
    [there.other, here.first],
    [there.first, here.other],
    [here.other, there.first],
  ] as const;
  for (const [by, whom] of pairs) await follow(by, whom);
  await as(there.first).social.followStory({ storyId: here.story.id, isFollowing: true });
  await as(there.other).social.followStory({ storyId: here.story.id, isFollowing: true });
  await block(here.first, there.first);
  expect(await Promise.all([here.first, here.other, there.first].map(followersOf))).toEqual([1, 1, 1]);
  expect(await db.profileFollow.count({ where: { followerId: here.first.profileId } })).toBe(0);
  expect(await db.story.findUnique({ where: { id: here.story.id } })).toMatchObject({ followerCount: 1 });
  await block(here.first, there.first, false);
  expect(await followersOf(here.first)).toBe(1);
});

test("from another face it looks as always, and reaches nobody", async () => {
  const { here, there } = await meet();
  await block(here.first, there.first);
  expect(await follow(there.other, here.other)).toMatchObject({ isFollowing: true, followerCount: 1 });
  expect(await follow(there.first, here.other)).toMatchObject({ isFollowing: true, followerCount: 2 });
  expect(await follow(here.other, there.other)).toMatchObject({ isFollowing: true, followerCount: 1 });
  expect(await as(there.other).social.profileHere({ profileId: here.other.profileId })).toMatchObject({
    isFollowing: true,
  });
  await runJobs();
  for (const face of [here.first, here.other, there.first, there.other]) expect(await newsOf(face)).toEqual([]);
});

test("what was begun before a block is not told after it", async () => {
  const { here, there } = await meet();
  await follow(there.other, here.other);
  await block(here.first, there.first);
  await runJobs();
  expect(await newsOf(here.other)).toEqual([]);
});

test("what was told before a block is out of sight after it", async () => {
  const { here, there } = await meet();
  await follow(there.first, here.first);
  await runJobs();
  expect(await newsOf(here.first)).toMatchObject([{ kind: "new-follower" }]);
  const { count } = await as(here.first).notification.unread();
  await block(here.first, there.first);
  expect(await as(here.first).notification.unread()).toMatchObject({ count: count - 1 });
  expect(await newsOf(here.first)).toEqual([]);
});

test("whoever follows while they are being blocked does not follow in the end", async () => {
  const author = await make.person();
  const { id } = await publishStory(author);
  const readers = await Promise.all(Array.from({ length: 8 }, () => make.person()));
  await Promise.allSettled(
    readers.flatMap((reader) => [
      follow(reader, author),
      as(reader).social.followStory({ storyId: id, isFollowing: true }),
      block(author, reader),
      follow(reader, author),
    ]),
  );
  expect(await db.profileFollow.count({ where: { followeeId: author.profileId } })).toBe(0);
  expect(await db.storyFollow.count({ where: { storyId: id } })).toBe(0);
  expect(await followersOf(author)).toBe(0);
  expect(await db.story.findUnique({ where: { id } })).toMatchObject({ followerCount: 0 });
});

test("whom somebody blocked is listed with the face that did it, newest first, and found again", async () => {
  const { here, there } = await meet();
  const third = await make.person();
  await block(third, here.first);
  await block(here.first, there.first);
  await block(here.other, third);
  const { queries, result } = await countQueries(() => as(here.first).reach.blocked({ limit: 1 }));
  expect(queries).toBeLessThanOrEqual(4);
  expect(result.items).toMatchObject([{ face: { id: third.profileId }, by: { id: here.other.profileId } }]);
  const next = await as(here.other).reach.blocked({ limit: 1, cursor: result.nextCursor ?? "" });
  expect(next).toMatchObject({ items: [{ face: { id: there.first.profileId } }], nextCursor: null });
  expect(await as(here.first).social.profileHere({ profileId: there.first.profileId })).toMatchObject({
    isBlocked: true,
  });
  await block(here.other, there.first, false);
  expect((await as(here.first).reach.blocked({})).items).toHaveLength(1);
  expect((await as(there.first).reach.blocked({})).items).toEqual([]);
});

test("said twice it happens once, and is told once", async () => {
  const { here, there } = await meet();
  for (const _ of [1, 2]) {
    expect(await block(here.first, there.first)).toEqual({ isBlocked: true });
    expect(await mute(here.first, there.other)).toEqual({ isMuted: true });
  }
  const told = (await eventsAbout(here.first.profileId)).filter(({ name }) => name.startsWith("reach."));
  const byId = here.first.profileId;
  expect(told).toEqual([
    { name: "reach.profileBlocked", data: { byId, profileId: there.first.profileId } },
    { name: "reach.profileMuted", data: { byId, profileId: there.other.profileId } },
  ]);
});

test("nobody shuts out themselves, with whichever face", async () => {
  const { here } = await meet();
  await expect(block(here.first, here.other)).rejects.toMatchObject(refusal("YOUR_OWN"));
  await expect(mute(here.other, here.first)).rejects.toMatchObject(refusal("YOUR_OWN"));
});

test("a mute takes somebody out of what comes by itself, and out of nothing else", async () => {
  const { here, there } = await meet();
  await follow(here.first, there.first);
  const { queries } = await countQueries(() => mute(here.first, there.first));
  expect(queries).toBeLessThanOrEqual(7);
  await follow(there.first, here.first);
  await runJobs();
  const { social, story, profile, reach } = as(here.first);
  expect((await social.feed({})).items).toEqual([]);
  expect(await newsOf(here.first)).toEqual([]);
  const handle = await handleOf(there.first);
  const { items } = await story.list({ limit: 100 });
  expect(items.some(({ id }) => id === there.story.id)).toBe(false);
  expect((await story.list({ author: handle })).items).toHaveLength(1);
  expect((await profile.view({ handle })).counts.followers).toBe(1);
  expect(await story.byRef({ ref: there.story.ref })).toMatchObject({ id: there.story.id });
  expect(await social.profileHere({ profileId: there.first.profileId })).toMatchObject({
    isFollowing: true,
    isMuted: true,
  });
  expect((await reach.muted({})).items).toMatchObject([{ face: { id: there.first.profileId } }]);
  await mute(here.other, there.first, false);
  expect((await social.feed({})).items).toHaveLength(1);
  expect((await reach.muted({})).items).toEqual([]);
});

test("a key meets the blocks of its own face, and no mutes", async () => {
  const { here, there } = await meet();
  await block(here.other, there.first);
  await mute(here.first, there.other);
  const keyOf = ({ accountId, profileId }: Member) => as(make.key({ accountId, profileId }));
  const handle = await handleOf(there.first);
  expect(await keyOf(here.first).profile.byHandle({ handle })).toMatchObject({ handle });
  await expect(keyOf(here.other).profile.byHandle({ handle })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const { items } = await keyOf(here.first).story.list({ limit: 100 });
  expect(items.some(({ id }) => id === there.otherStory.id)).toBe(true);
  await expect(keyOf(here.first).reach.blocked({})).rejects.toMatchObject(refusal("PERSON_REQUIRED"));
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { transact } from "../../kernel/transact.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJob } from "../../test/harness.ts";
import { bind, shelve } from "../../test/library.ts";
import { untilSomebodyWaits } from "../../test/waiting.ts";
import { lockForPublishing } from "../story/story.rights.service.ts";
import { endFollows } from "./social.follows.service.ts";

const { db } = ctxOf(make.system());
const nobody = { isFollowing: false, isRequested: false, isOwn: false, isBlocked: false, isMuted: false };

test("a face is followed once, however often it is said, and left again", async () => {
  const [reader, author] = [await make.person(), await make.person()];
  const { profileId } = author;
  const follow = (isFollowing: boolean) => as(reader).social.followProfile({ profileId, isFollowing });
  const { queries, result } = await countQueries(() => follow(true));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result).toEqual({ isFollowing: true, isRequested: false, followerCount: 1 });
  expect(await follow(true)).toEqual(result);
  expect(await eventsAbout(profileId)).toEqual([
    { name: "profile.created", data: { profileId } },
    { name: "social.profileFollowed", data: { followerId: reader.profileId, followeeId: profileId } },
  ]);
  const here = await countQueries(() => as(reader).social.profileHere({ profileId }));
  expect(here.queries).toBeLessThanOrEqual(3);
  expect(here.result).toEqual({ ...nobody, isFollowing: true });
  expect(await as(author).social.profileHere({ profileId })).toEqual({ ...nobody, isOwn: true });
  for (const _ of [1, 2])
    expect(await follow(false)).toEqual({ isFollowing: false, isRequested: false, followerCount: 0 });
});

test("followers that come and go at once are counted right", async () => {
  const [author, readers] = [await make.person(), await Promise.all(Array.from({ length: 8 }, () => make.person()))];
  const story = await shelve(author);
  await bind(story);
  const follow = (isFollowing: boolean) =>
    Promise.all(
      readers.flatMap((reader, index) => {
        const { social } = as(reader);
        if (!isFollowing && index % 2) return [];
        return [
          social.followProfile({ profileId: author.profileId, isFollowing }),
          social.followStory({ storyId: story.id, isFollowing }),
        ];
      }),
    );
  await follow(true);
  await follow(false);
  const counted = await db.story.findUniqueOrThrow({
    where: { id: story.id },
    select: { followerCount: true, lead: { select: { profile: { select: { followerCount: true } } } } },
  });
  expect(counted).toEqual({ followerCount: 4, lead: { profile: { followerCount: 4 } } });
});

test("a story is followed by the face that speaks, in few statements", async () => {
  const [reader, author] = [await make.person(), await make.person()];
  const story = await shelve(author);
  await bind(story);
  const follow = (isFollowing: boolean) => as(reader).social.followStory({ storyId: story.id, isFollowing });
  const { queries, result } = await countQueries(() => follow(true));
  expect(queries).toBeLessThanOrEqual(5);
  expect(result).toEqual({ isFollowing: true, isRequested: false, followerCount: 1 });
  expect(await db.storyFollow.findMany({ where: { storyId: story.id }, select: { followerId: true } })).toEqual([
    { followerId: reader.profileId },
  ]);
  expect(await follow(false)).toEqual({ isFollowing: false, isRequested: false, followerCount: 0 });
});

test("nobody follows themselves or their own story, with whichever face", async () => {
  const author = await make.person();
  const story = await shelve(author);
  await bind(story);
  const other = await as(author).profile.create({ handle: `o_${randomUUID().slice(0, 8)}`, displayName: "Other" });
  for (const face of [author, { ...author, profileId: other.id }]) {
    const { social } = as(face);
    await expect(social.followProfile({ profileId: author.profileId, isFollowing: true })).rejects.toMatchObject(
      refusal("YOUR_OWN"),
    );
    await expect(social.followStory({ storyId: story.id, isFollowing: true })).rejects.toMatchObject(
      refusal("YOUR_OWN"),
    );
  }
});

test("what a reader may not see is not followed, and is told from nothing only where its rating hides it", async () => {
  const [reader, author] = [await make.person(), await make.person()];
  const [draft, mature] = [await shelve(author), await shelve(author, { rating: "mature" })];
  await bind(mature);
  const follow = (storyId: string) => as(reader).social.followStory({ storyId, isFollowing: true });
  await expect(follow(draft.id)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(follow(mature.id)).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
  await expect(follow(randomUUID())).rejects.toMatchObject(refusal("NOT_FOUND"));
  await db.profile.update({ where: { id: author.profileId }, data: { state: "held" } });
  const { social } = as(reader);
  const { profileId } = author;
  for (const id of [profileId, randomUUID()]) {
    await expect(social.followProfile({ profileId: id, isFollowing: true })).rejects.toMatchObject(
      refusal("NOT_FOUND"),
    );
    await expect(social.profileHere({ profileId: id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  }
  await expect(follow(mature.id)).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("what has gone out of sight can still be left, and tells no number", async () => {
  const [reader, other, author] = [await make.person(), await make.person(), await make.person()];
  const { profileId } = author;
  for (const one of [reader, other]) await as(one).social.followProfile({ profileId, isFollowing: true });
  await db.profile.update({ where: { id: profileId }, data: { state: "held" } });
  const left = await as(reader).social.followProfile({ profileId, isFollowing: false });
  expect(left).toEqual({ isFollowing: false, isRequested: false, followerCount: 0 });
  expect(await as(reader).social.followProfile({ profileId: randomUUID(), isFollowing: false })).toEqual(left);
  const { followerCount } = await db.profile.findUniqueOrThrow({ where: { id: profileId } });
  expect(followerCount).toBe(1);
});

test("a face that closes is nobody's follower any more", async () => {
  const [leaving, staying, author] = [await make.person(), await make.person(), await make.person()];
  const story = await shelve(author);
  await bind(story);
  const { profileId } = author;
  for (const { social } of [as(leaving), as(staying)]) {
    await social.followProfile({ profileId, isFollowing: true });
    await social.followStory({ storyId: story.id, isFollowing: true });
  }
  await db.profile.update({ where: { id: leaving.profileId }, data: { closesAt: new Date(0) } });
  await runJob("profile.closeDue");
  const counted = { followerCount: 1 };
  expect(await db.profile.findUnique({ where: { id: profileId } })).toMatchObject(counted);
  expect(await db.story.findUnique({ where: { id: story.id } })).toMatchObject(counted);
  expect(await db.storyFollow.count({ where: { storyId: story.id } })).toBe(1);
});

test("a face that closes waits for whoever publishes, and holds nothing that they need", async () => {
  const [leaving, author] = [await make.person(), await make.person()];
  const story = await shelve(author);
  const [chapterId, { profileId }] = [await bind(story), author];
  await as(leaving).social.followProfile({ profileId, isFollowing: true });
  await as(leaving).social.followStory({ storyId: story.id, isFollowing: true });
  let ending: Promise<void> | undefined;
  await transact(ctxOf(make.system()), async (tx) => {
    await lockForPublishing(tx, chapterId);
    ending = endFollows(ctxOf(make.system()), { profileId: leaving.profileId });
    await untilSomebodyWaits();
    return tx.db.$executeRaw`SELECT FROM profile WHERE id = ${profileId}::uuid FOR UPDATE NOWAIT`;
  });
  await ending;
  expect(await db.story.findUnique({ where: { id: story.id } })).toMatchObject({ followerCount: 0 });
});

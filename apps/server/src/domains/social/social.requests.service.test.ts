import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJobs } from "../../test/harness.ts";
import { bind } from "../../test/library.ts";
import { newsOf } from "../../test/news.ts";
import { join, publishStory } from "../../test/press.ts";
import { listSitemap, listSitemapPages } from "../story/story.sitemap.service.ts";

const { db } = ctxOf(make.system());

/** Somebody who lets in whom they like, with a story that stood open until now. */
async function close() {
  const author = await make.person();
  const tag = `t${randomUUID().slice(0, 8)}`;
  const story = await publishStory(author, { tags: [tag] });
  const { handle } = await db.profile.findUniqueOrThrow({ where: { id: author.profileId } });
  const set = (isFollowersOnly: boolean) => as(author).social.setFollowersOnly({ isFollowersOnly });
  await as(make.visitor()).story.byRef({ ref: story.ref });
  await set(true);
  await runJobs();
  return { author, story, tag, handle, set };
}
const follow = (by: Member, { profileId }: Member, isFollowing = true) =>
  as(by).social.followProfile({ profileId, isFollowing });
const answer = (by: Member, { profileId }: Member, isApproved: boolean) =>
  as(by).social.answerRequest({ profileId, isApproved });
const idsOf = async (list: Promise<{ items: { id: string }[] }>) => (await list).items.map(({ id }) => id);
const followersOf = async ({ profileId }: Member) =>
  (await db.profile.findUniqueOrThrow({ where: { id: profileId } })).followerCount;

/** Which of the doors to what somebody wrote are open to a viewer. */
async function openTo(viewer: Parameters<typeof as>[0], { story, tag, handle }: Awaited<ReturnType<typeof close>>) {
  const { ref, id } = story;
  const api = as(viewer);
  const isListed = async (filter: object) => {
    const { items } = await api.story.list({ limit: 100, ...filter });
    if (!items.some((item) => item.id === id)) throw new Error("not listed");
  };
  const doors = {
    story: api.story.byRef({ ref }),
    chapters: api.story.chapters({ ref }),
    chapter: api.reading.chapter({ ref, number: 1 }),
    shelf: isListed({ author: handle }),
    new: isListed({ order: "new" }),
  };
  const tried = await Promise.allSettled(Object.values(doors));
  return [...Object.keys(doors).filter((_, index) => tried[index]?.status === "fulfilled"), tag].slice(0, -1);
}
const all = ["story", "chapters", "chapter", "shelf", "new"];

test("what is for followers is seen by them, its team and the staff, and by nobody else", async () => {
  const closed = await close();
  const { author, story, tag } = closed;
  const [follower, mate] = [await make.person(), await make.person()];
  await join(story.id, mate, ["edit"]);
  await follow(follower, author);
  expect(await openTo(follower, closed)).toEqual([]);
  await answer(author, follower, true);
  for (const viewer of [follower, author, mate, await make.person({}, ["moderator"])])
    expect(await openTo(viewer, closed)).toEqual(all);
  for (const viewer of [make.visitor(), await make.person()]) expect(await openTo(viewer, closed)).toEqual([]);
  await expect(as(make.visitor()).tag.bySlug({ slug: tag })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await as(make.visitor()).profile.view({ handle: closed.handle })).toMatchObject({ isFollowersOnly: true });
  const ctx = ctxOf(make.visitor());
  const mapped = await Promise.all((await listSitemapPages(ctx)).map((page) => listSitemap(ctx, page)));
  expect(mapped.flat().filter(({ path }) => path.includes(story.ref))).toEqual([]);
  await closed.set(false);
  await runJobs();
  expect(await openTo(make.visitor(), closed)).toEqual(all);
});

test("a follower is asked for, waits, and is let in", async () => {
  const { author, story } = await close();
  const reader = await make.person();
  const { queries, result } = await countQueries(() => follow(reader, author));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result).toEqual({ isFollowing: false, isRequested: true, followerCount: 0 });
  expect(await follow(reader, author)).toEqual(result);
  const follow_ = { followerId: reader.profileId, followeeId: author.profileId };
  expect((await eventsAbout(reader.profileId)).filter(({ name }) => name.startsWith("social."))).toEqual([
    { name: "social.followRequested", data: follow_ },
  ]);
  await runJobs();
  expect(await newsOf(author)).toMatchObject([{ kind: "follow-requested", follower: { id: reader.profileId } }]);
  const listed = await countQueries(() => idsOf(as(author).social.requests({})));
  expect(listed.queries).toBeLessThanOrEqual(2);
  expect(listed.result).toEqual([reader.profileId]);
  const here = () => as(reader).social.profileHere({ profileId: author.profileId });
  expect(await here()).toMatchObject({ isFollowing: false, isRequested: true });
  const let_ = await countQueries(() => answer(author, reader, true));
  expect(let_.queries).toBeLessThanOrEqual(8);
  expect(let_.result).toEqual({ isApproved: true });
  expect(await answer(author, reader, true)).toEqual({ isApproved: true });
  expect(await here()).toMatchObject({ isFollowing: true, isRequested: false });
  expect(await idsOf(as(author).social.requests({}))).toEqual([]);
  expect(await idsOf(as(author).social.followers({}))).toEqual([reader.profileId]);
  expect(await followersOf(author)).toBe(1);
  await runJobs();
  expect(await newsOf(reader)).toMatchObject([{ kind: "follow-approved", author: { id: author.profileId } }]);
  expect(await newsOf(author)).toHaveLength(1);
  const chapterId = await bind({ ...story, author });
  expect(await as(reader).social.applaud({ chapterId, hasApplauded: true })).toMatchObject({ hasApplauded: true });
});

test("whoever is declined, or takes it back, does not follow, and asking again is told of once", async () => {
  const { author } = await close();
  const [declined, withdrawn] = [await make.person(), await make.person()];
  for (const _ of [1, 2]) {
    await follow(declined, author);
    await follow(withdrawn, author);
    await runJobs();
    expect(await answer(author, declined, false)).toEqual({ isApproved: false });
    expect(await follow(withdrawn, author, false)).toMatchObject({ isFollowing: false, isRequested: false });
    expect(await idsOf(as(author).social.requests({}))).toEqual([]);
  }
  expect(await newsOf(author)).toHaveLength(2);
  await expect(answer(author, declined, true)).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await followersOf(author)).toBe(0);
});

test("switched on, whoever follows goes on; switched off, whoever waits follows", async () => {
  const author = await make.person();
  const [old, fresh] = [await make.person(), await make.person()];
  const set = (isFollowersOnly: boolean) => as(author).social.setFollowersOnly({ isFollowersOnly });
  await follow(old, author);
  expect(await set(true)).toEqual({ isFollowersOnly: true });
  expect(await follow(old, author)).toEqual({ isFollowing: true, isRequested: false, followerCount: 1 });
  await follow(fresh, author);
  const { queries } = await countQueries(() => set(false));
  expect(queries).toBeLessThanOrEqual(7);
  for (const _ of [1, 2]) expect(await set(false)).toEqual({ isFollowersOnly: false });
  expect(await idsOf(as(author).social.followers({}))).toEqual([fresh.profileId, old.profileId]);
  expect(await followersOf(author)).toBe(2);
});

test("a follower can be taken out, and no other face's", async () => {
  const [author, reader, other] = [await make.person(), await make.person(), await make.person()];
  await follow(reader, author);
  await follow(reader, other);
  const take = () => as(author).social.removeFollower({ profileId: reader.profileId });
  const { queries } = await countQueries(take);
  expect(queries).toBeLessThanOrEqual(4);
  expect(await take()).toEqual({ isFollower: false });
  expect(await Promise.all([author, other].map(followersOf))).toEqual([0, 1]);
});

test("followers are listed newest first, page by page, and a cursor is of its own face's list", async () => {
  const [author, other] = [await make.person(), await make.person()];
  const readers = [];
  for (const reader of await Promise.all([1, 2, 3].map(() => make.person()))) {
    await follow(reader, author);
    readers.unshift(reader.profileId);
  }
  const first = await as(author).social.followers({ limit: 2 });
  const cursor = first.nextCursor ?? "";
  const second = await as(author).social.followers({ limit: 2, cursor });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(readers);
  await expect(as(other).social.followers({ cursor })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
  await expect(as(author).social.requests({ cursor })).rejects.toMatchObject(refusal("CURSOR_INVALID"));
});

test("who asks or follows across a block is heard of by nobody, and is let in by nobody", async () => {
  const { author, set } = await close();
  const [cut, blocked] = [await make.person(), await make.person()];
  const face = await as(cut).profile.create({ handle: `c_${randomUUID().slice(0, 8)}`, displayName: "Cut" });
  const other: Member = { ...cut, profileId: face.id };
  await follow(blocked, author);
  await as(author).reach.block({ profileId: cut.profileId, isBlocked: true });
  await as(author).reach.block({ profileId: blocked.profileId, isBlocked: true });
  expect(await follow(other, author)).toMatchObject({ isRequested: true });
  await runJobs();
  expect(await newsOf(author)).toEqual([]);
  expect(await idsOf(as(author).social.requests({}))).toEqual([]);
  await expect(answer(author, other, true)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await answer(author, other, false);
  expect(await as(other).social.profileHere({ profileId: author.profileId })).toMatchObject({ isRequested: true });
  await set(false);
  expect(await as(other).social.profileHere({ profileId: author.profileId })).toMatchObject({ isFollowing: true });
  expect(await idsOf(as(author).social.followers({}))).toEqual([]);
  await as(author).social.removeFollower({ profileId: other.profileId });
  expect(await followersOf(author)).toBe(1);
  await set(true);
  expect(await followersOf(author)).toBe(0);
});

test("whoever was blocked as one face is found among another's followers, and taken out there", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  const face = await as(author).profile.create({ handle: `p_${randomUUID().slice(0, 8)}`, displayName: "Pen" });
  const pen: Member = { ...author, profileId: face.id };
  await follow(reader, pen);
  await as(author).reach.block({ profileId: reader.profileId, isBlocked: true });
  expect(await idsOf(as(pen).social.followers({}))).toEqual([reader.profileId]);
  await as(pen).social.removeFollower({ profileId: reader.profileId });
  expect(await followersOf(pen)).toBe(0);
});

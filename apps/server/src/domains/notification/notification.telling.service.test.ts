import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { publishNow, sitDown } from "../../test/desk.ts";
import { app, as, countQueries, ctxOf, make, runJobs } from "../../test/harness.ts";
import { bind, type Shelved, shelve, unbind } from "../../test/library.ts";
import { join } from "../../test/press.ts";
import { publish } from "../../test/publish.ts";
import { EditionPublished } from "../edition/edition.events.ts";
import { birthPurpose } from "../visibility/visibility.service.ts";
import { tellFollowers } from "./notification.telling.service.ts";

const { db, keys } = ctxOf(make.system());
const email = () => `r.${randomUUID()}@example.org`;
const lettersTo = async (address: string) => (await app.mailbox.list()).filter(({ to }) => to === address);

async function tell(story: Shelved, chapterId: string, change: { isFirst?: boolean; isMinor?: boolean } = {}) {
  const event = { chapterId, storyId: story.id, editionId: randomUUID(), isFirst: true, isMinor: false, ...change };
  await publish(EditionPublished, event);
  await runJobs();
}

const heardBy = async (who: Member) => {
  const { notification } = as(who);
  const [{ items }, { count, seq }] = [await notification.list({}), await notification.unread()];
  return { kinds: items.map(({ kind }) => kind), count, seq };
};
const nothing = { kinds: [], count: 0, seq: 0 };
const news = { kinds: ["chapter-published"], count: 1, seq: 1 };

test("a new chapter is told once to each who follows its story or its author, and to nobody else", async () => {
  const author = await make.person();
  const [ofStory, ofAuthor, ofBoth, ofNothing] = await Promise.all([1, 2, 3, 4].map(() => make.person()));
  const story = await shelve(author);
  await bind(story);
  for (const one of [ofStory, ofBoth])
    if (one) await as(one).social.followStory({ storyId: story.id, isFollowing: true });
  for (const one of [ofAuthor, ofBoth])
    if (one) await as(one).social.followProfile({ profileId: author.profileId, isFollowing: true });
  await runJobs();
  const chapterId = await bind(story);
  for (const _ of [1, 2]) await tell(story, chapterId);
  for (const one of [ofStory, ofAuthor, ofBoth]) expect(one && (await heardBy(one))).toEqual(news);
  expect(ofNothing && (await heardBy(ofNothing))).toEqual(nothing);
  const { kinds } = await heardBy(author);
  expect(kinds.filter((kind) => kind !== "badge-awarded")).toEqual(["new-follower", "new-follower"]);
});

test("publishing a chapter tells of it once, whatever is published of it later", async () => {
  const [desk, reader] = [await sitDown(), await make.person()];
  await as(reader).social.followProfile({ profileId: desk.author.profileId, isFollowing: true });
  for (const _ of [1, 2]) {
    await publishNow(desk);
    await runJobs();
    expect(await heardBy(reader)).toEqual(news);
  }
  await as(desk.author).edition.unpublish({ chapterId: desk.chapterId });
  expect(await heardBy(reader)).toEqual({ ...nothing, seq: 1 });
  await publishNow(desk);
  await runJobs();
  expect(await heardBy(reader)).toEqual(news);
});

test.each([{ isFirst: false }, { isMinor: true }])("%j is told to nobody", async (change) => {
  const [story, reader] = [await shelve(await make.person()), await make.person()];
  const chapterId = await bind(story);
  await as(reader).social.followStory({ storyId: story.id, isFollowing: true });
  await tell(story, chapterId, change);
  expect(await heardBy(reader)).toEqual(nothing);
});

test("what was taken back before it was told is told to nobody, by list, number or mail", async () => {
  const address = email();
  const [story, reader] = [await shelve(await make.person()), await make.person({ email: address })];
  const [kept, chapterId] = [await bind(story), await bind(story)];
  await as(reader).social.followStory({ storyId: story.id, isFollowing: true });
  await unbind(chapterId);
  await tell(story, chapterId);
  expect(await heardBy(reader)).toEqual(nothing);
  expect(await lettersTo(address)).toEqual([]);
  await tell(story, kept);
  expect(await heardBy(reader)).toEqual(news);
  expect(await lettersTo(address)).toHaveLength(1);
});

test("what is for adults is told to adults who want it, by list, number and mail, and to nobody else", async () => {
  const [minorAt, adultAt] = [email(), email()];
  const [minor, adult] = [await make.person({ email: minorAt }), await make.person({ email: adultAt })];
  const grow = (birthDate: string, { accountId }: Member) =>
    db.account.update({
      where: { id: accountId },
      data: { birthSealed: keys.encrypt(birthPurpose, birthDate), showsMature: true },
    });
  for (const one of [minor, adult]) await grow("1980-01-01", one);
  const story = await shelve(await make.person(), { rating: "mature" });
  const chapterId = await bind(story);
  for (const one of [minor, adult]) await as(one).social.followStory({ storyId: story.id, isFollowing: true });
  await grow("2015-01-01", minor);
  await tell(story, chapterId);
  expect(await heardBy(minor)).toEqual(nothing);
  expect(await lettersTo(minorAt)).toEqual([]);
  expect(await heardBy(adult)).toEqual(news);
  expect(await lettersTo(adultAt)).toHaveLength(1);
});

test("what goes out of sight after it was told is no longer listed nor counted", async () => {
  const [story, reader] = [await shelve(await make.person()), await make.person()];
  const chapterId = await bind(story);
  await as(reader).social.followStory({ storyId: story.id, isFollowing: true });
  await tell(story, chapterId);
  expect(await heardBy(reader)).toEqual(news);
  await unbind(chapterId);
  expect(await heardBy(reader)).toEqual({ ...nothing, seq: 1 });
});

test("whoever joins the team later is shown no old news of what was taken back", async () => {
  const [story, reader] = [await shelve(await make.person()), await make.person()];
  const chapterId = await bind(story);
  await as(reader).social.followStory({ storyId: story.id, isFollowing: true });
  await tell(story, chapterId);
  await join(story.id, reader, ["read"]);
  expect(await heardBy(reader)).toEqual(news);
  await unbind(chapterId);
  expect(await heardBy(reader)).toEqual({ ...nothing, seq: 1 });
});

test("many followers are told in batches of 200, each in few statements, with numbers that go up by one", async () => {
  const story = await shelve(await make.person());
  const [first, second] = [await bind(story), await bind(story)];
  const faces = Array.from({ length: 450 }, () => ({ accountId: randomUUID(), profileId: randomUUID() }));
  const at = new Date();
  await db.account.createMany({ data: faces.map(({ accountId: id }) => ({ id, createdAt: at })) });
  const profile = ({ accountId, profileId: id }: (typeof faces)[number], index: number) => {
    const handle = `many_${index}_${id.slice(0, 8)}`;
    return { id, accountId, handle, displayName: handle, state: index === 7 ? "closed" : "active", createdAt: at };
  };
  await db.profile.createMany({ data: faces.map(profile) });
  await db.storyFollow.createMany({
    data: faces.map(({ profileId }) => ({ followerId: profileId, storyId: story.id, at })),
  });
  for (const chapterId of [first, second]) await tell(story, chapterId);
  const rows = await db.notification.findMany({ where: { storyId: story.id }, orderBy: { seq: "asc" } });
  expect(rows).toHaveLength(2 * 449);
  const numbers = Map.groupBy(rows, ({ profileId }) => profileId);
  for (const told of numbers.values()) expect(told.map(({ seq }) => Number(seq))).toEqual([1, 2]);
  const { queries } = await countQueries(() =>
    tellFollowers(ctxOf(make.system()), { chapterId: first, isFirst: true, isMinor: false }),
  );
  expect(queries).toBeLessThanOrEqual(9);
});

test("a new follower is told of once, whatever they do, and not when they have left again", async () => {
  const [author, reader, other] = [await make.person(), await make.person(), await make.person()];
  const { profileId } = author;
  const follow = (who: Member, isFollowing: boolean) => as(who).social.followProfile({ profileId, isFollowing });
  for (const isFollowing of [true, false]) await follow(other, isFollowing);
  await runJobs();
  expect(await heardBy(author)).toEqual(nothing);
  for (const isFollowing of [true, false, true]) {
    await follow(reader, isFollowing);
    await runJobs();
  }
  expect(await heardBy(author)).toEqual({ kinds: ["new-follower"], count: 1, seq: 1 });
  const { items } = await as(author).notification.list({});
  expect(items).toMatchObject([{ follower: { id: reader.profileId }, isRead: false, seq: 1 }]);
  await db.profile.update({ where: { id: reader.profileId }, data: { state: "held" } });
  expect(await heardBy(author)).toEqual({ ...nothing, seq: 1 });
});

import { randomUUID } from "node:crypto";
import type { BadgeKind } from "@muejam/contracts/badge";
import { expect, test } from "vitest";
import { publishNow, sitDown } from "../../test/desk.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJob, runJobs } from "../../test/harness.ts";
import { shelve } from "../../test/library.ts";
import { publishStory } from "../../test/press.ts";
import { awardAuthor } from "./badge.service.ts";

const { db } = ctxOf(make.system());
const visitor = as(make.visitor());

async function author() {
  const member = await make.person();
  const [{ handle } = { handle: "" }] = (await as(member).account.me()).profiles;
  const kinds = async () => (await visitor.profile.view({ handle })).badges.map(({ kind }) => kind).toSorted();
  return { member, handle, kinds };
}

test("a first chapter is honoured at once on the page of the face that published it, and on no other", async () => {
  const { member, kinds } = await author();
  const other = await as(member).profile.create({ handle: `b_${randomUUID().slice(0, 8)}`, displayName: "Pen" });
  expect(await kinds()).toEqual([]);
  const desk = await sitDown(member);
  await publishNow(desk);
  await runJobs();
  expect(await kinds()).toEqual(["early", "first-chapter"]);
  expect((await visitor.profile.view({ handle: other.handle })).badges).toEqual([]);
  const cause = `chapter:${desk.chapterId}`;
  expect(await db.badge.findMany({ where: { profileId: member.profileId } })).toMatchObject([{ cause }, { cause }]);
});

test("a story that is called complete makes a finisher, and its badge stays when it goes on", async () => {
  const { member, kinds } = await author();
  const { id, title } = await publishStory(member);
  await as(member).story.update({ id, title, status: "completed" });
  expect(await eventsAbout(id)).toContainEqual({ name: "story.completed", data: { storyId: id } });
  await runJobs();
  expect(await kinds()).toEqual(["early", "finisher", "first-chapter"]);
  await as(member).story.update({ id, title, status: "ongoing" });
  await runJob("badge.awardAll");
  expect(await kinds()).toContain("finisher");
});

test("the hundredth follower, the tenth story and eight weeks in a row count, the last two by night", async () => {
  const { member, kinds } = await author();
  const { profileId: id } = member;
  await db.profile.updateMany({ where: { id }, data: { followerCount: 99, storyCount: 10 } });
  await as(await make.person()).social.followProfile({ profileId: id, isFollowing: true });
  await runJobs();
  expect(await kinds()).toEqual(["popular", "prolific"]);
  const now = Date.now();
  for (let week = 0; week < 8; week += 1) await publishStory(member, {}, { at: new Date(now - week * 7 * 86_400_000) });
  await runJob("badge.awardAll");
  expect(await kinds()).toContain("streak");
});

test("each badge is given and told once, however often it is asked for, in few statements", async () => {
  const { member } = await author();
  const { id: storyId } = await publishStory(member);
  const ask = () => awardAuthor(ctxOf(make.system()), { storyId });
  const { queries } = await countQueries(ask);
  expect(queries).toBeLessThanOrEqual(6);
  await Promise.all([ask(), ask(), ask()]);
  const told = (await eventsAbout(member.profileId)).filter(({ name }) => name === "badge.awarded");
  expect(told.map(({ data }) => data)).toEqual(
    (["first-chapter", "early"] satisfies BadgeKind[]).map((kind) => ({ profileId: member.profileId, kind })),
  );
});

test("a face that is out of sight earns nothing meanwhile", async () => {
  const { member } = await author();
  const { id: storyId } = await publishStory(member);
  await db.profile.updateMany({ where: { id: member.profileId }, data: { state: "held" } });
  await awardAuthor(ctxOf(make.system()), { storyId });
  expect(await db.badge.count({ where: { profileId: member.profileId } })).toBe(0);
});

test("staff verify one face by name and take it back, never themselves and never by a key", async () => {
  const [{ member, kinds }, administrator] = [await author(), await make.person({}, ["administrator"])];
  const { profileId } = member;
  const say = (isVerified: boolean, id = profileId) =>
    as(administrator).badge.setVerified({ profileId: id, isVerified, purpose: "case:7" });
  const { queries } = await countQueries(() => say(true));
  expect(queries).toBeLessThanOrEqual(7);
  await say(true);
  expect(await kinds()).toEqual(["verified"]);
  await say(false);
  expect(await kinds()).toEqual([]);
  const acts = await db.auditEntry.findMany({ where: { subject: `profile:${profileId}` }, orderBy: { seq: "asc" } });
  expect(acts.map(({ act, purpose }) => [act, purpose])).toEqual([
    ["profile.verified", "case:7"],
    ["profile.unverified", "case:7"],
  ]);
  await expect(say(true, administrator.profileId)).rejects.toMatchObject(refusal("YOUR_OWN"));
  await expect(say(true, randomUUID())).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(member).badge.setVerified({ profileId, isVerified: true, purpose: "case:7" })).rejects.toMatchObject(
    refusal("FORBIDDEN"),
  );
});

test("whoever has published nothing has no badge for it", async () => {
  const { member, kinds } = await author();
  await shelve(member);
  await runJob("badge.awardAll");
  expect(await kinds()).toEqual([]);
});

import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave } from "../domains/profile/profile.closing.service.ts";
import type { Member } from "../kernel/actor.ts";
import { transact } from "../kernel/transact.ts";
import { type Crawled, crawl, traitsOf } from "../test/crawl.ts";
import { publishNow, sitDown } from "../test/desk.ts";
import { headersOf, openWorld } from "../test/doors.ts";
import { app, as, ctxOf, make, runJob, runJobs } from "../test/harness.ts";
import { unlimited } from "../test/http.ts";
import { shelve } from "../test/library.ts";
import { askingEntry, buildWeb } from "../test/web-build.ts";
import { web } from "./web.ts";

// One account with three faces, and three accounts with one each, that do the same things in turn.
const folder = await buildWeb(undefined, askingEntry);
const ctxFor = unlimited;
const world = await openWorld({ ctxFor, web: await web(folder, { ...app, ctxFor }) });
afterAll(() => rm(folder, { recursive: true }));
const { db } = ctxOf(make.system());

const [owner, reader] = [await world.enter(), await world.enter()];
const others = await Promise.all([1, 2, 3].map(() => world.enter()));
const faces: Crawled[] = [];
const controls: Crawled[] = [];
const readers = { visitor: {}, member: headersOf(reader.token) };

beforeAll(async () => {
  for (const [index, other] of others.entries()) {
    faces.push(await begin(await faceOf(owner.member, index)));
    controls.push(await begin(other.member));
  }
  for (const face of [...faces, ...controls]) {
    const { profileId } = face;
    await as(reader.member).social.followProfile({ profileId, isFollowing: true });
  }
  for (const face of [faces[0], controls[0], faces[1], controls[1], faces[2], controls[2]])
    if (face) for (const _ of [1, 2]) face.refs.push(await publish(face));
  await runJobs();
  await runJob("badge.awardAll");
}, 120_000);

async function faceOf(member: Member, index: number): Promise<Member> {
  if (index === 0) return member;
  const handle = `f_${crypto.randomUUID().slice(0, 8)}`;
  return { ...member, profileId: (await as(member).profile.create({ handle, displayName: handle })).id };
}

async function begin(member: Member): Promise<Crawled> {
  const word = `w${crypto.randomUUID().slice(0, 8)}`;
  const { handle } = await as(member).profile.update({ id: member.profileId, displayName: word, bio: `I am ${word}.` });
  return { ...member, handle, refs: [], tag: `t${crypto.randomUUID().slice(0, 8)}` };
}

async function publish(face: Crawled): Promise<string> {
  const story = await shelve(face, { tags: [face.tag] });
  for (const _ of [1, 2]) await publishNow(await sitDown(face, story));
  return story.ref;
}

/** What two of these have in common that none of those has. */
function tiesAmong(told: readonly Set<string>[], apart: readonly Set<string>[]): string[] {
  const known = new Set(apart.flatMap((traits) => [...traits]));
  const seen = new Map<string, number>();
  for (const traits of told) for (const trait of traits) seen.set(trait, (seen.get(trait) ?? 0) + 1);
  return [...seen].filter(([trait, times]) => times > 1 && !known.has(trait)).map(([trait]) => trait);
}

test.each(Object.entries(readers))("to a %s, nothing ties three faces of one account", async (_, headers) => {
  const told = async (face: Crawled) => traitsOf((await crawl(world.request, face, headers)).values());
  const [own, apart] = [await Promise.all(faces.map(told)), await Promise.all(controls.map(told))];
  expect(Math.min(...own.map(({ size }) => size))).toBeGreaterThan(50);
  expect(tiesAmong(own, apart)).toEqual([]);
  for (const traits of own) expect([...traits].join()).not.toContain(owner.member.accountId);
});

test("the comparison sees a tie where there is one", async () => {
  const [first, second] = faces;
  if (!first || !second) throw new Error("Two were begun.");
  await as(first).profile.update({ id: first.profileId, bio: "Told-by-one-hand" });
  await as(second).profile.update({ id: second.profileId, bio: "Told-by-one-hand" });
  const told = async (face: Crawled) => traitsOf((await crawl(world.request, face)).values());
  expect(tiesAmong(await Promise.all(faces.map(told)), await Promise.all(controls.map(told)))).toContain(
    "Told-by-one-hand",
  );
  for (const face of [first, second]) await as(face).profile.update({ id: face.profileId, bio: face.handle });
});

test("ids are drawn, and tell neither an age nor an order", () => {
  for (const { profileId } of faces) expect(profileId[14]).toBe("4");
});

test("no page of a face tells when it was born", async () => {
  for (const face of faces) {
    const { createdAt } = await db.profile.findUniqueOrThrow({ where: { id: face.profileId } });
    const told = [...(await crawl(world.request, face)).values()].join("\n");
    for (const instant of [createdAt.toISOString(), String(createdAt.getTime())]) expect(told).not.toContain(instant);
  }
});

test("lists stand in the order of what was published, whoever published it", async () => {
  const stories = await db.story.findMany({
    where: { chapterCount: { gt: 0 } },
    orderBy: { firstPublishedAt: "desc" },
  });
  const { items } = await as(make.visitor()).story.list({ order: "new", limit: 100 });
  expect(items.map(({ ref }) => ref)).toEqual(stories.map(({ ref }) => ref));
});

test("what happens to one face moves no number of another", async () => {
  const [first, ...rest] = faces;
  const fresh = await make.person();
  const countsOf = () =>
    db.profile.findMany({
      where: { id: { in: rest.map(({ profileId }) => profileId) } },
      select: { id: true, followerCount: true, storyCount: true, wordCount: true },
      orderBy: { id: "asc" },
    });
  const before = await countsOf();
  await as(fresh).social.followProfile({ profileId: first?.profileId ?? "", isFollowing: true });
  expect(await countsOf()).toEqual(before);
});

test("mails and news of three faces have nothing in common but their reader", async () => {
  const letters = (await app.mailbox.list()).filter(({ to }) => to === reader.identity.email);
  const { items } = await as(reader.member).notification.list({ limit: 100 });
  const of = (face: Crawled) =>
    traitsOf([
      ...letters
        .filter(({ text }) => face.refs.some((ref) => text.includes(ref)))
        .map(({ subject, text }) => subject + text),
      ...items.filter((one) => "author" in one && one.author.id === face.profileId).map((one) => JSON.stringify(one)),
    ]);
  const own = faces.map(of);
  expect(Math.min(...own.map(({ size }) => size))).toBeGreaterThan(10);
  expect(tiesAmong(own, controls.map(of))).toEqual([]);
});

test.each(["by one of the faces", "of one of the faces"])(
  "a block %s changes nothing about the others",
  async (way) => {
    const [first, ...rest] = faces;
    if (!first) throw new Error("One was begun.");
    const told = () => Promise.all(rest.map((face) => crawl(world.request, face, readers.member)));
    const before = await told();
    const [by, whom] = way.startsWith("by") ? [first, reader.member] : [reader.member, first];
    await as(by).reach.block({ profileId: whom.profileId, isBlocked: true });
    await runJobs();
    expect(await told()).toEqual(before);
    for (const face of rest) {
      const { items } = await as(reader.member).notification.list({ limit: 100 });
      expect(items.filter((one) => "author" in one && one.author.id === face.profileId)).not.toEqual([]);
    }
    await as(by).reach.block({ profileId: whom.profileId, isBlocked: false });
  },
);

test("faces of a closed account go no nearer to each other than strangers do", async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => make.person()));
  const ids = people.map(({ accountId }) => accountId);
  for (const member of people) for (const index of [1, 2]) await faceOf(member, index);
  for (const { accountId } of people)
    await transact(ctxOf(make.system()), async (tx) => leave(tx, accountId).then(() => null));
  const rows = await db.profile.findMany({
    where: { accountId: { in: ids } },
    select: { accountId: true, closesAt: true },
  });
  const minutes = (accountId: string) =>
    rows.filter((row) => row.accountId === accountId).map(({ closesAt }) => Number(closesAt) / 60_000);
  const gaps = ids.flatMap((id) => {
    const [one = 0, two = 0, three = 0] = minutes(id);
    return [Math.abs(one - two), Math.abs(two - three), Math.abs(one - three)];
  });
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  // Two instants within an hour lie twenty minutes apart on average.
  expect(mean).toBeGreaterThan(14);
  expect(mean).toBeLessThan(26);
});

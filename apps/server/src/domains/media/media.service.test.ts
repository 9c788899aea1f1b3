import { expect, test } from "vitest";
import type { Actor, Member } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";
import { sitDown } from "../../test/desk.ts";
import { as, countQueries, ctxOf, make, refusal, runJobs } from "../../test/harness.ts";
import { hang, jpeg, pin, sendPicture } from "../../test/pictures.ts";
import { publish } from "../../test/publish.ts";
import { enlist } from "../../test/team.ts";
import { ProfileChanged } from "../profile/profile.events.ts";
import { bytesAProfile } from "./media.policy.ts";
import { assertSeen, open } from "./media.service.ts";

const { db, cache } = ctxOf(make.system());
const [author, follower, stranger, adult, moderator] = await Promise.all([
  make.person(),
  make.person(),
  make.person(),
  make.person(),
  make.person({}, ["moderator"]),
]);
await as(adult).account.onboard({ birthDate: "1980-01-01", interests: [] });
await as(adult).account.setPreferences({ showsMature: true });
const viewers: Record<string, Actor> = { visitor: make.visitor(), author, follower, stranger, adult, moderator };
const everybody = Object.keys(viewers);
type Hung = Awaited<ReturnType<typeof hang>>;

const isSeen = (who: Actor, id: string): Promise<boolean> =>
  assertSeen(ctxOf({ ...who }), { id }).then(
    () => true,
    (error: unknown) => (error instanceof AppError && error.code === "NOT_FOUND" ? false : Promise.reject(error)),
  );
const isRead = (who: Actor, { story, number }: Hung): Promise<boolean> =>
  as(who)
    .reading.chapter({ ref: story.ref, number })
    .then(
      () => true,
      () => false,
    );

async function seersOf({ picture }: Hung): Promise<string[]> {
  const seen = await Promise.all(everybody.map((who) => isSeen(viewers[who] ?? author, picture.id)));
  return everybody.filter((_, index) => seen[index]);
}

const own = ["author"];
test.each<[string, string[], (hung: Hung) => Promise<unknown>]>([
  ["published", everybody, async () => null],
  ["taken back", own, ({ chapterId }) => as(author).edition.unpublish({ chapterId })],
  ["for adults", ["author", "adult", "moderator"], ({ story }) => rate(story.id)],
  ["its author's who blocks a stranger", without("stranger"), () => block(author, stranger)],
  ["whose author a stranger blocks", without("stranger"), () => block(stranger, author)],
  ["for followers alone", ["author", "follower", "moderator"], () => closeDoor()],
  ["held", ["author", "moderator"], () => hold()],
])("a picture in a chapter %s is seen by whoever may read there, and by its author", async (_, seers, change) => {
  await as(follower).social.followProfile({ profileId: author.profileId, isFollowing: true });
  const hung = await hang(author);
  await change(hung);
  expect(await seersOf(hung)).toEqual(seers);
  for (const who of everybody.filter((one) => one !== "author"))
    expect(await isRead(viewers[who] ?? author, hung), who).toBe(seers.includes(who));
  await undo();
});

test("a draft's picture is its team's, from the moment it is put there until they go", async () => {
  const desk = await sitDown(author);
  const picture = await sendPicture(author);
  const [editor, reader] = [await enlist(desk.story, await make.person()), await make.person()];
  expect(await isSeen(editor, picture.id)).toBe(false);
  await enlist(desk.story, reader, "reader");
  await pin(desk, picture);
  for (const who of [editor, reader]) expect(await isSeen(who, picture.id)).toBe(true);
  for (const who of [stranger, moderator, make.visitor()]) expect(await isSeen(who, picture.id)).toBe(false);
  await as(author).team.remove({ storyId: desk.story.id, profileId: reader.profileId });
  expect(await isSeen(reader, picture.id)).toBe(false);

  const theirs = await sendPicture(editor);
  const version = await pin(desk, theirs, editor);
  expect(await isSeen(author, theirs.id)).toBe(true);
  await expect(as(author).edition.publish({ chapterId: desk.chapterId, version })).resolves.toMatchObject({
    number: 1,
  });
});

test("naming somebody else's picture is saved, gives nothing and is not published", async () => {
  const { picture } = await hang(author);
  const secret = await sendPicture(author);
  for (const foreign of [picture, secret, { ...picture, id: crypto.randomUUID() }]) {
    const desk = await sitDown();
    const version = await pin(desk, foreign);
    const printing = as(desk.author).edition.publish({ chapterId: desk.chapterId, version });
    await expect(printing).rejects.toMatchObject(refusal("MEDIA_UNKNOWN"));
    expect(await isSeen(desk.author, foreign.id)).toBe(foreign === picture);
    expect(await db.mediaPlacement.count({ where: { storyId: desk.story.id } })).toBe(0);
  }
});

test("whoever works on one story takes no picture of it into another", async () => {
  const desk = await sitDown(author);
  const picture = await sendPicture(author);
  await pin(desk, picture);
  const editor = await enlist(desk.story, await make.person());
  const own = await sitDown(editor);
  const version = await pin(own, picture);
  await expect(as(editor).edition.publish({ chapterId: own.chapterId, version })).rejects.toMatchObject(
    refusal("MEDIA_UNKNOWN"),
  );
});

test("to publish two pictures takes two statements more than to publish none", async () => {
  const desk = await sitDown(author);
  await pin(desk, await sendPicture(author));
  const version = await pin(desk, await sendPicture(author, await jpeg(70, 50)));
  const { queries } = await countQueries(() => as(author).edition.publish({ chapterId: desk.chapterId, version }));
  expect(queries).toBeLessThanOrEqual(19);
});

test("a picture is sent in few statements, and asked for in two by a visitor, in four by a member", async () => {
  expect((await countQueries(() => sendPicture(author))).queries).toBeLessThanOrEqual(6);
  const { picture } = await hang(author);
  const look = (who: Actor) =>
    countQueries(async () => {
      const ctx = ctxOf({ ...who });
      await assertSeen(ctx, picture);
      await open(ctx, { id: picture.id, width: 960 });
    });
  expect((await look(make.visitor())).queries).toBe(2);
  expect((await look(stranger)).queries).toBe(4);
});

test("a face has room for so much, and another face of the same person room of its own", async () => {
  const full = await make.person();
  const at = new Date();
  const big = { width: 1, height: 1, bytes: bytesAProfile - 10, madeAt: at, keptUntil: new Date(at.getTime() + 1e6) };
  await db.media.createMany({ data: [{ ...big, id: crypto.randomUUID(), ownerId: full.profileId }] });
  await expect(sendPicture(full)).rejects.toMatchObject({ code: "MEDIA_FULL", params: { max: 200 } });
  const other = await as(full).profile.create({ handle: `o_${Date.now()}`, displayName: "Other" });
  await expect(sendPicture({ ...full, profileId: other.id })).resolves.toMatchObject({ width: 64 });
});

test("the same picture of two faces of one person is two, which have nothing in common", async () => {
  const other = await as(author).profile.create({ handle: `t_${Date.now()}`, displayName: "Other" });
  const bytes = await jpeg(90, 60);
  const [one, two] = [await sendPicture(author, bytes), await sendPicture({ ...author, profileId: other.id }, bytes)];
  expect(one.id).not.toBe(two.id);
  for (const { id } of [one, two]) expect(id[14]).toBe("4");
  expect(await isSeen({ ...author, profileId: other.id }, one.id)).toBe(false);
});

function without(name: string): string[] {
  return everybody.filter((who) => who !== name);
}

const rate = (id: string) => db.story.update({ where: { id }, data: { rating: "mature" } }).then(forget);
const block = (who: Member, whom: Member) =>
  as(who).reach.block({ profileId: whom.profileId, isBlocked: true }).then(forget);

async function closeDoor(): Promise<void> {
  await as(author).social.setFollowersOnly({ isFollowersOnly: true });
  await forget();
}

async function hold(): Promise<void> {
  await db.profile.update({ where: { id: author.profileId }, data: { state: "held" } });
  await forget();
}

async function undo(): Promise<void> {
  await as(author).reach.block({ profileId: stranger.profileId, isBlocked: false });
  await as(stranger).reach.block({ profileId: author.profileId, isBlocked: false });
  await db.profile.update({ where: { id: author.profileId }, data: { state: "active", isFollowersOnly: false } });
  await forget();
}

async function forget(): Promise<void> {
  const stories = await db.story.findMany({ where: { leadId: author.profileId }, select: { ref: true } });
  await cache.drop(stories.map(({ ref }) => `ref:${ref}`));
  await publish(ProfileChanged, { profileId: author.profileId });
  await runJobs();
}

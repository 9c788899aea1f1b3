import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Identity } from "../../kernel/identity.ts";
import { publishNow, sitDown } from "../../test/desk.ts";
import { app, as, ctxOf, make, runJob, runJobs } from "../../test/harness.ts";
import { bind, shelve, unbind } from "../../test/library.ts";

const ctx = ctxOf(make.system());
const { db } = ctx;
const name = "notification.mailChapter";
const openStory = async () => {
  const story = await shelve(await make.person());
  return { story, chapterId: await bind(story) };
};
async function openReader(given: Partial<Identity> = {}) {
  const email = `reader.${randomUUID()}@example.org`;
  const letters = async () => (await app.mailbox.list()).filter(({ to }) => to === email);
  return { reader: await make.person({ email, ...given }), letters };
}

test("a mail has the chapter's first words, a link to it, and two ways to end such mails", async () => {
  const [{ story, chapterId }, { reader, letters }] = [await openStory(), await openReader()];
  await runJob(name, { profileId: reader.profileId, chapterId });
  const [letter] = await letters();
  expect(letter?.subject).toBe("“The Lantern”: chapter 1, Night");
  expect(letter?.text).toContain("She lit the lantern and went out.");
  expect(letter?.text).toContain(`https://muejam.test/s/the-lantern-${story.ref}/1-night`);
  const [, way] = /Unsubscribe:\n(\S+)/.exec(letter?.text ?? "") ?? [];
  expect(way).toMatch(/^https:\/\/muejam\.test\/unsubscribe\?token=/);
  expect(letter?.headers).toMatchObject({
    "List-Unsubscribe": `<${way}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
});

test("whoever follows with two faces is mailed once", async () => {
  const [{ chapterId }, { reader, letters }] = [await openStory(), await openReader()];
  const other = await as(reader).profile.create({ handle: `m_${randomUUID().slice(0, 8)}`, displayName: "Other" });
  for (const profileId of [reader.profileId, other.id, reader.profileId]) await runJob(name, { profileId, chapterId });
  expect(await letters()).toHaveLength(1);
  const send = await db.mailSend.findFirstOrThrow({
    where: { key: { startsWith: `chapter-published:${chapterId}:` } },
  });
  expect(send.key).not.toContain(reader.accountId);
});

test("nobody is mailed who has proven no address, has said no, or wrote it", async () => {
  const [{ story, chapterId }, unproven, refusing] = [
    await openStory(),
    await openReader({ isEmailVerified: false }),
    await openReader(),
  ];
  await as(refusing.reader).notification.choose({ isMailedOfChapters: false });
  for (const { profileId } of [unproven.reader, refusing.reader, story.author])
    await runJob(name, { profileId, chapterId });
  expect([...(await unproven.letters()), ...(await refusing.letters())]).toEqual([]);
  expect(await db.mailSend.count({ where: { key: { startsWith: `chapter-published:${chapterId}:` } } })).toBe(0);
});

test("a mail that comes too late for its chapter, its author or its reader is not written", async () => {
  const [gone, closed, left] = [await openStory(), await openStory(), await openStory()];
  const { reader, letters } = await openReader();
  await unbind(gone.chapterId);
  await db.profile.update({ where: { id: closed.story.author.profileId }, data: { state: "closed" } });
  for (const { chapterId } of [gone, closed]) await runJob(name, { profileId: reader.profileId, chapterId });
  await db.account.update({ where: { id: reader.accountId }, data: { closedAt: new Date() } });
  await runJob(name, { profileId: reader.profileId, chapterId: left.chapterId });
  expect(await letters()).toEqual([]);
});

test("a mail that still waits when its chapter is taken back is never sent", async () => {
  const [desk, { reader, letters }] = [await sitDown(), await openReader()];
  const { author, chapterId } = desk;
  await publishNow(desk);
  await as(author).edition.unpublish({ chapterId });
  const key = `chapter-published:${chapterId}:reader`;
  await letWait(key);
  await runJobs();
  const kept = await db.mailSend.findUnique({ where: { key } });
  expect(kept).toMatchObject({ state: "suppressed", lastError: "WITHDRAWN", props: null });
  await runJob(name, { profileId: reader.profileId, chapterId });
  expect(await letters()).toEqual([]);
});

test("a mail that still waits when its reader shuts out its author is never sent, nor is one the other way", async () => {
  const [{ story, chapterId }, other, { reader }] = [await openStory(), await openStory(), await openReader()];
  const own = { ...(await shelve(reader)), author: reader };
  const keyOf = async (chapter: string, { accountId }: { accountId: string }) => {
    const key = `chapter-published:${chapter}:${ctx.keys.mac("notification.reader", accountId)}`;
    await letWait(key);
    return key;
  };
  const { author } = story;
  const [theirs, unhurt] = [await keyOf(chapterId, reader), await keyOf(other.chapterId, reader)];
  const ours = await keyOf(await bind(own), author);
  const stateOf = async (key: string) => (await db.mailSend.findUniqueOrThrow({ where: { key } })).state;
  await as(author).reach.mute({ profileId: reader.profileId, isMuted: true });
  await runJobs();
  expect(await Promise.all([theirs, ours, unhurt].map(stateOf))).toEqual(["queued", "suppressed", "queued"]);
  await as(author).reach.block({ profileId: reader.profileId, isBlocked: true });
  await runJobs();
  expect(await Promise.all([theirs, ours, unhurt].map(stateOf))).toEqual(["suppressed", "suppressed", "queued"]);
});

async function letWait(key: string): Promise<void> {
  const at = new Date();
  const row = { template: "chapter-published", props: "sealed", toHash: "", toEncrypted: "", reason: "news" };
  await db.mailSend.create({ data: { ...row, id: randomUUID(), key, createdAt: at, stateAt: at } });
}

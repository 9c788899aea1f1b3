import { expect, test } from "vitest";
import { app, as, ctxOf, make, runJobs } from "../../test/harness.ts";
import { shelve } from "../../test/library.ts";
import { newsOf } from "../../test/news.ts";
import { ask, enlist } from "../../test/team.ts";

const { db } = ctxOf(make.system());
const person = async () => {
  const email = `t-${crypto.randomUUID()}@people.test`;
  return { email, member: await make.person({ email }) };
};
const mailsTo = async (to: string) => {
  await runJobs();
  return (await app.mailbox.list()).filter((mail) => mail.to === to);
};

test("whoever is invited is told once and mailed once; the lead is told of a yes", async () => {
  const [{ member: mara, email }, lead] = [await person(), await make.person()];
  const story = await shelve(lead, { title: "The Harbour" });
  const id = await ask(story, mara);
  await ask(story, mara, "reader");
  const [mail, ...more] = await mailsTo(email);
  expect(more).toEqual([]);
  expect(mail?.text).toContain("The Harbour");
  expect(mail?.text).toContain("https://muejam.test/invitations");
  expect(await newsOf(mara)).toMatchObject([{ kind: "team-invited", author: { id: lead.profileId } }]);
  await as(mara).team.answer({ id, isAccepted: true });
  await runJobs();
  expect(await newsOf(lead)).toMatchObject([{ kind: "team-joined", author: { id: mara.profileId } }]);
});

test("nobody is told of what was withdrawn, nor by whom they muted, nor of what is for adults", async () => {
  const [{ member: mara, email }, lead] = [await person(), await make.person()];
  const { profileId } = mara;
  const [withdrawn, muted, mature] = [
    await shelve(lead),
    await shelve(await make.person()),
    await shelve(lead, { rating: "mature" }),
  ];
  await ask(withdrawn, mara);
  await as(lead).team.withdraw({ storyId: withdrawn.id, profileId });
  await as(mara).reach.mute({ profileId: muted.author.profileId, isMuted: true });
  await ask(muted, mara);
  await ask(mature, mara);
  expect(await mailsTo(email)).toEqual([]);
  expect(await newsOf(mara)).toEqual([]);
});

test("mail of invitations stops by itself, and mail of chapters goes on", async () => {
  const [{ member: mara, email }, lead] = [await person(), await make.person()];
  const whole = { isMailedOfChapters: true, isMailedOfInvitations: false };
  expect(await as(mara).notification.choose({ isMailedOfInvitations: false })).toEqual(whole);
  expect(await as(mara).notification.choices()).toEqual(whole);
  await ask(await shelve(lead), mara);
  expect(await mailsTo(email)).toEqual([]);
  expect(await newsOf(mara)).toHaveLength(1);
});

test("a lead who shut out whoever joined meanwhile is told nothing", async () => {
  const lead = await make.person();
  const story = await shelve(lead);
  const mara = await enlist(story, await make.person());
  await as(lead).reach.block({ profileId: mara.profileId, isBlocked: true });
  await runJobs();
  expect(await newsOf(lead)).toEqual([]);
  expect(await db.collaborator.count({ where: { storyId: story.id } })).toBe(1);
});

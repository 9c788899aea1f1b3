import { teamMax } from "@muejam/contracts/team";
import { expect, test } from "vitest";
import { saveOf, sitDown } from "../../test/desk.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJobs } from "../../test/harness.ts";
import { shelve } from "../../test/library.ts";
import { join } from "../../test/press.ts";
import { ask, enlist, handleOf } from "../../test/team.ts";

const { db } = ctxOf(make.system());
const actsOn = async (storyId: string) =>
  (await db.auditEntry.findMany({ where: { subject: `story:${storyId}` }, orderBy: { seq: "asc" } })).map(
    ({ act }) => act,
  );
const handleIssue = (rule: string) => ({ cause: { code: "INPUT_INVALID", issues: [{ path: "handle", rule }] } });

test("the lead invites by handle; whoever is asked says yes and works with them", async () => {
  const [lead, mara] = [await make.person(), await make.person()];
  const story = await shelve(lead);
  const handle = (await handleOf(mara)).toUpperCase();
  const { queries, result } = await countQueries(() =>
    as(lead).team.invite({ storyId: story.id, handle, role: "editor" }),
  );
  expect(queries).toBeLessThanOrEqual(14);
  const { profileId } = mara;
  expect(result).toMatchObject({ isLead: true, members: [{ part: "lead" }] });
  expect(result.invited).toMatchObject([{ face: { id: profileId }, role: "editor", isDeclined: false }]);
  const [asked] = (await as(mara).team.invitations({})).items;
  expect(asked).toMatchObject({ title: "The Lantern", lead: { id: lead.profileId }, role: "editor" });
  expect(await eventsAbout(asked?.id ?? "")).toMatchObject([{ name: "team.invited" }]);

  const answered = await countQueries(() => as(mara).team.answer({ id: asked?.id ?? "", isAccepted: true }));
  expect(answered.queries).toBeLessThanOrEqual(9);
  expect(answered.result).toEqual({ storyId: story.id });
  expect(await eventsAbout(profileId)).toContainEqual({ name: "team.joined", data: { storyId: story.id, profileId } });
  const read = await countQueries(() => as(mara).team.get({ storyId: story.id }));
  expect(read.queries).toBeLessThanOrEqual(2);
  expect(read.result).toMatchObject({
    isLead: false,
    invited: [],
    members: [
      { face: { id: lead.profileId }, part: "lead" },
      { face: { id: profileId }, part: "editor" },
    ],
  });
  expect((await as(mara).story.mine({})).items).toMatchObject([{ id: story.id, rights: ["read", "edit"] }]);
  expect((await as(mara).team.invitations({})).items).toEqual([]);
  expect(await actsOn(story.id)).toEqual(["team.invited", "team.joined"]);
});

test("who is invited is told to the lead alone", async () => {
  const story = await shelve(await make.person());
  const reader = await enlist(story, await make.person(), "reader");
  await ask(story, await make.person());
  expect((await as(story.author).team.get({ storyId: story.id })).invited).toHaveLength(1);
  expect((await as(reader).team.get({ storyId: story.id })).invited).toEqual([]);
});

test("a no stands for a month, and what was withdrawn or has expired cannot be answered", async () => {
  const [lead, mara] = [await make.person(), await make.person()];
  const story = await shelve(lead);
  const { id: storyId } = story;
  const { profileId } = mara;
  const id = await ask(story, mara);
  const withdrawn = await countQueries(() => as(lead).team.withdraw({ storyId, profileId }));
  expect(withdrawn.queries).toBeLessThanOrEqual(8);
  expect(withdrawn.result.invited).toEqual([]);
  await expect(as(mara).team.answer({ id, isAccepted: true })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(lead).team.withdraw({ storyId, profileId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await ask(story, mara, "reader")).toBe(id);
  await expect(as(await make.person()).team.answer({ id, isAccepted: true })).rejects.toMatchObject(
    refusal("NOT_FOUND"),
  );
  expect(await as(mara).team.answer({ id, isAccepted: false })).toEqual({ storyId: null });
  expect((await as(lead).team.get({ storyId })).invited).toMatchObject([{ isDeclined: true }]);
  await expect(ask(story, mara)).rejects.toMatchObject(handleIssue("declined"));
  const past = { at: new Date(Date.now() - 2 * 86_400_000), expiresAt: new Date(Date.now() - 86_400_000) };
  await db.teamInvitation.updateMany({ where: { id }, data: past });
  expect((await as(lead).team.get({ storyId })).invited).toEqual([]);
  const next = await ask(story, mara);
  expect(next).not.toBe(id);
  await db.teamInvitation.updateMany({ where: { id: next }, data: past });
  await expect(as(mara).team.answer({ id: next, isAccepted: true })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(mara).team.invitations({})).items).toEqual([]);
});

test("only the lead invites and sends away; members leave by themselves; the lead does neither", async () => {
  const story = await shelve(await make.person());
  const { id: storyId, author: lead } = story;
  const [editor, reader] = [
    await enlist(story, await make.person()),
    await enlist(story, await make.person(), "reader"),
  ];
  const someone = await make.person();
  const handle = await handleOf(someone);
  const { profileId } = reader;
  for (const [who, code] of [
    [editor, "FORBIDDEN"],
    [reader, "FORBIDDEN"],
    [someone, "NOT_FOUND"],
  ] as const) {
    const { team } = as(who);
    await expect(team.invite({ storyId, handle, role: "reader" })).rejects.toMatchObject(refusal(code));
    await expect(team.withdraw({ storyId, profileId })).rejects.toMatchObject(refusal(code));
    await expect(team.remove({ storyId, profileId })).rejects.toMatchObject(refusal(code));
  }
  await expect(as(someone).team.leave({ storyId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(lead).team.leave({ storyId })).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(as(lead).team.remove({ storyId, profileId: lead.profileId })).rejects.toMatchObject(
    refusal("FORBIDDEN"),
  );
  const removed = await countQueries(() => as(lead).team.remove({ storyId, profileId }));
  expect(removed.queries).toBeLessThanOrEqual(8);
  expect(removed.result.members).toHaveLength(2);
  await expect(as(lead).team.remove({ storyId, profileId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const left = await countQueries(() => as(editor).team.leave({ storyId }));
  expect(left.queries).toBeLessThanOrEqual(6);
  for (const gone of [editor, reader]) expect((await as(gone).story.mine({})).items).toEqual([]);
  expect((await actsOn(storyId)).slice(-2)).toEqual(["team.removed", "team.left"]);
});

test("the lead alone changes what a member may do, from their next call on", async () => {
  const story = await shelve(await make.person());
  const { id: storyId, author: lead } = story;
  const [mara, reader, someone] = [
    await enlist(story, await make.person()),
    await enlist(story, await make.person(), "reader"),
    await make.person(),
  ];
  const { profileId } = mara;
  const { chapterId } = await sitDown(lead, story);
  await as(mara).draft.save(saveOf(chapterId, 0));
  const hints: string[] = [];
  const stop = ctxOf(mara).live.listen(`desk:${profileId}`, () => void hints.push("desk"));
  const { queries, result } = await countQueries(() =>
    as(lead).team.changeRole({ storyId, profileId, role: "reader" }),
  );
  stop();
  expect(queries).toBeLessThanOrEqual(9);
  expect(hints).toHaveLength(1);
  expect(result.members).toContainEqual(
    expect.objectContaining({ face: expect.objectContaining({ id: profileId }), part: "reader" }),
  );
  await expect(as(mara).draft.save(saveOf(chapterId, 1))).rejects.toMatchObject(refusal("FORBIDDEN"));
  expect((await as(mara).draft.get({ chapterId })).version).toBe(1);
  expect(await eventsAbout(profileId)).toContainEqual({ name: "team.roleChanged", data: { storyId, profileId } });
  expect((await actsOn(storyId)).at(-1)).toBe("team.changed");
  await as(lead).team.changeRole({ storyId, profileId, role: "editor" });
  await as(mara).draft.save(saveOf(chapterId, 1));
  for (const [who, whose, code] of [
    [mara, reader, "FORBIDDEN"],
    [reader, reader, "FORBIDDEN"],
    [someone, reader, "NOT_FOUND"],
    [lead, lead, "FORBIDDEN"],
    [lead, someone, "NOT_FOUND"],
  ] as const)
    await expect(
      as(who).team.changeRole({ storyId, profileId: whose.profileId, role: "editor" }),
    ).rejects.toMatchObject(refusal(code));
});

test("nobody is invited who is in already, whom nobody may see, or who is oneself", async () => {
  const story = await shelve(await make.person());
  const { id: storyId, author } = story;
  const { team, profile } = as(author);
  const member = await enlist(story, await make.person());
  await expect(ask(story, member)).rejects.toMatchObject(handleIssue("in_team"));
  const other = await profile.create({ handle: `t_${crypto.randomUUID().slice(0, 8)}`, displayName: "Pen" });
  await expect(team.invite({ storyId, handle: other.handle, role: "editor" })).rejects.toMatchObject(
    refusal("YOUR_OWN"),
  );
  const closed = await make.person();
  const handle = await handleOf(closed);
  await db.profile.updateMany({ where: { id: closed.profileId }, data: { state: "closed" } });
  for (const nobody of [handle, "nobody_of_that_name"])
    await expect(team.invite({ storyId, handle: nobody, role: "editor" })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const unproven = { ...author, isEmailVerified: false };
  await expect(as(unproven).team.invite({ storyId, handle, role: "editor" })).rejects.toMatchObject(
    refusal("EMAIL_UNVERIFIED"),
  );
});

test("a team has an end", async () => {
  const story = await shelve(await make.person());
  for (let left = teamMax - 1; left > 0; left -= 1) await join(story.id, await make.person(), ["read"]);
  await expect(ask(story, await make.person())).rejects.toMatchObject(handleIssue("too_many"));
});

test("an invitation is the invited face's alone, and of a story for adults only adults hear", async () => {
  const mara = await make.person();
  const pen = await as(mara).profile.create({ handle: `t_${crypto.randomUUID().slice(0, 8)}`, displayName: "Pen" });
  const story = await shelve(await make.person());
  const id = await ask(story, mara);
  const other = as({ ...mara, profileId: pen.id });
  expect((await other.team.invitations({})).items).toEqual([]);
  await expect(other.team.answer({ id, isAccepted: true })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await db.story.updateMany({ where: { id: story.id }, data: { rating: "mature" } });
  expect((await as(mara).team.invitations({})).items).toEqual([]);
  await expect(as(mara).team.answer({ id, isAccepted: true })).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
});

test("whoever is cut is asked in silence; a block ends what the two faces do for each other", async () => {
  const [lead, mara] = [await make.person(), await make.person()];
  const pen = await as(mara).profile.create({ handle: `t_${crypto.randomUUID().slice(0, 8)}`, displayName: "Pen" });
  const face = { ...mara, profileId: pen.id };
  const [first, second] = [await shelve(lead), await shelve(lead)];
  await enlist(first, mara);
  const id = await ask(second, face);
  const { profileId } = lead;
  await as(mara).reach.block({ profileId, isBlocked: true });
  await runJobs();
  await expect(as(mara).draft.get({ chapterId: id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(lead).team.get({ storyId: first.id })).members).toHaveLength(1);
  await expect(as(face).team.answer({ id, isAccepted: true })).rejects.toMatchObject(refusal("NOT_FOUND"));
  // To the lead nothing has changed between them and the other face, now and later.
  expect((await as(lead).team.get({ storyId: second.id })).invited).toMatchObject([{ isDeclined: false }]);
  const third = await shelve(lead);
  await ask(third, face);
  expect((await as(lead).team.get({ storyId: third.id })).invited).toMatchObject([{ isDeclined: false }]);
  expect((await as(face).team.invitations({})).items).toEqual([]);
  expect((await as(face).notification.unread()).count).toBe(0);
});

test("where the lead is gone, nobody works any more", async () => {
  const story = await shelve(await make.person());
  const editor = await enlist(story, await make.person());
  await db.profile.updateMany({ where: { id: story.author.profileId }, data: { state: "closed" } });
  const { team, story: stories } = as(editor);
  await expect(team.get({ storyId: story.id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(stories.ownChapters({ id: story.id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await stories.mine({})).items).toEqual([]);
});

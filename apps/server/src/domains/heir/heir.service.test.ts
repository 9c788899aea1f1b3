import { expect, test } from "vitest";
import { app, as, countQueries, ctxOf, make, refusal, runJobs } from "../../test/harness.ts";
import { nameKin, stayAway, wordFor } from "../../test/kin.ts";
import { publishStory } from "../../test/press.ts";

const { db } = ctxOf(make.system());
const mailsTo = async (to: string) => {
  await runJobs();
  return (await app.mailbox.list()).filter((mail) => mail.to === to);
};
const person = async () => {
  const email = `p-${crypto.randomUUID()}@people.test`;
  return { email, member: await make.person({ email }) };
};

test("an heir is named by address, asked by one mail, and says yes with the face they act as", async () => {
  const { owner, profileId, to, token } = await nameKin();
  const heir = await make.person();
  const asked = await as(heir).heir.question({ token });
  expect(asked).toMatchObject({ face: { id: profileId }, afterMonths: 12, state: "asked" });
  const { queries } = await countQueries(() => as(heir).heir.answer({ token, isAccepted: true }));
  expect(queries).toBeLessThanOrEqual(6);
  expect((await as(owner).heir.wishes()).own).toMatchObject([
    { profileId, wish: "hand-over", to, state: "accepted", heir: { id: heir.profileId } },
  ]);
  expect((await as(heir).heir.wishes()).entrusted).toMatchObject([{ face: { id: profileId }, canTakeOver: false }]);
  await as(heir).heir.answer({ token, isAccepted: false });
  expect((await as(owner).heir.wishes()).own).toMatchObject([{ state: "declined", heir: null }]);
  expect(await mailsTo(to)).toHaveLength(1);
  const acts = await db.auditEntry.findMany({ where: { subject: `profile:${profileId}` }, orderBy: { seq: "asc" } });
  expect(acts.map(({ act }) => act)).toEqual(["heir.wished", "heir.accepted", "heir.declined"]);
});

test("an heir is named by handle, in the same words whether or not there is such a person", async () => {
  const [{ member: owner }, { email, member: kin }] = [await person(), await person()];
  const [{ handle } = { handle: "" }] = (await as(kin).account.me()).profiles;
  const { profileId } = owner;
  const name = (to: string) => as(owner).heir.setWish({ profileId, wish: "hand-over", afterMonths: 6, to });
  const { queries, result } = await countQueries(() => name(`@${handle}`));
  expect(queries).toBeLessThanOrEqual(13);
  expect((await name("@nobody_of_that_name")).own).toMatchObject([{ ...result.own[0], to: "@nobody_of_that_name" }]);
  expect(await mailsTo(email)).toHaveLength(1);
  await expect(
    as(kin).heir.setWish({ profileId: kin.profileId, wish: "hand-over", afterMonths: 6, to: `@${handle}` }),
  ).rejects.toMatchObject(refusal("YOUR_OWN"));
});

test("a link is for the question that it was sent with, and not for its own sender", async () => {
  const { owner, profileId, token } = await nameKin();
  await expect(as(owner).heir.answer({ token, isAccepted: true })).rejects.toMatchObject(refusal("YOUR_OWN"));
  const again = `again-${crypto.randomUUID()}@people.test`;
  await as(owner).heir.setWish({ profileId, wish: "hand-over", afterMonths: 12, to: again });
  const heir = as(await make.person());
  for (const word of [token, `${token}x`, "word"])
    await expect(heir.heir.question({ token: word })).rejects.toMatchObject(refusal("LINK_INVALID"));
  const next = await wordFor(again);
  await as(owner).heir.setWish({ profileId, wish: "memorial", afterMonths: 12 });
  await expect(heir.heir.answer({ token: next, isAccepted: true })).rejects.toMatchObject(refusal("LINK_INVALID"));
});

test("a wish is its owner's to make and to take back, in few statements", async () => {
  const [owner, stranger] = [await make.person(), await make.person()];
  const { profileId } = owner;
  const wish = { profileId, wish: "close", afterMonths: 24 } as const;
  await expect(as(stranger).heir.setWish(wish)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(owner).heir.removeWish({ profileId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await countQueries(() => as(owner).heir.setWish(wish))).queries).toBeLessThanOrEqual(10);
  await expect(as(stranger).heir.removeWish({ profileId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await countQueries(() => as(owner).heir.removeWish({ profileId }))).queries).toBeLessThanOrEqual(8);
  expect((await countQueries(() => as(owner).heir.wishes())).result).toEqual({ own: [], entrusted: [] });
});

test("the heir has the stories in hand once they confirm, their author's name stays, and nobody does it twice", async () => {
  const heir = await make.person();
  const { profileId } = await stayAway(heir);
  const author = {
    ...heir,
    profileId,
    accountId: (await db.profile.findUniqueOrThrow({ where: { id: profileId } })).accountId,
  };
  const { id, ref, chapterId } = await publishStory(author);
  const [visitor, take] = [as(make.visitor()), () => as(heir).heir.takeOver({ profileId })];
  const { author: face } = await visitor.story.byRef({ ref });
  await expect(as(await make.person()).heir.takeOver({ profileId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const { queries, result } = await countQueries(take);
  expect(queries).toBeLessThanOrEqual(10);
  expect(result).toEqual({ stories: 1 });
  await expect(take()).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(heir).story.mine({})).items.map((story) => story.id)).toEqual([id]);
  await as(heir).edition.unpublish({ chapterId });
  expect(face.id).toBe(profileId);
  expect(await visitor.profile.view(face)).toMatchObject({ isMemorial: true });
});

test("whoever comes back takes from an heir what they were given", async () => {
  const [owner, heir] = [await make.person(), await make.person()];
  const { profileId, token } = await nameKin(owner);
  await as(heir).heir.answer({ token, isAccepted: true });
  await db.heir.updateMany({ where: { profileId }, data: { dueAt: new Date() } });
  const { id } = await publishStory(owner);
  await as(heir).heir.takeOver({ profileId });
  expect(await as(heir).story.own({ id })).toMatchObject({ id });
  await as(owner).team.remove({ storyId: id, profileId: heir.profileId });
  await expect(as(heir).story.own({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await as(heir).story.mine({})).items).toEqual([]);
});

test("staff hand over for an heir who cannot, and before it is time nobody does", async () => {
  const [heir, administrator] = [await make.person(), await make.person({}, ["administrator"])];
  const { profileId, token } = await nameKin();
  await as(heir).heir.answer({ token, isAccepted: true });
  const ask = () => as(administrator).heir.handOver({ profileId, purpose: "case:9" });
  await expect(ask()).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(heir).heir.takeOver({ profileId })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(heir).heir.handOver({ profileId, purpose: "case:9" })).rejects.toMatchObject(refusal("FORBIDDEN"));
  await db.heir.updateMany({ where: { profileId }, data: { dueAt: new Date() } });
  expect(await ask()).toEqual({ stories: 0 });
  const act = await db.auditEntry.findFirstOrThrow({
    where: { subject: `profile:${profileId}`, act: "heir.handed_over" },
  });
  expect(act.purpose).toBe("case:9");
});

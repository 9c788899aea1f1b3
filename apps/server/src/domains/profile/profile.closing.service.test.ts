import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, eventsAbout, make, refusal, runJobs } from "../../test/harness.ts";
import { shelve } from "../../test/library.ts";
import { publishStory } from "../../test/press.ts";

const { db } = ctxOf(make.system());
const name = () => `c_${randomBytes(6).toString("hex")}`;
const visitor = as(make.visitor());

test("a face is closed at once and for good, and nobody gets its handle", async () => {
  const member = await make.person();
  const handle = name();
  const { id } = await as(member).profile.create({ handle, displayName: "Pen" });
  await visitor.profile.view({ handle });
  const { queries } = await countQueries(() => as(member).profile.close({ id }));
  expect(queries).toBeLessThanOrEqual(11);
  await expect(visitor.profile.view({ handle })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await eventsAbout(id)).toMatchObject([{ name: "profile.created" }, { name: "profile.closed" }]);
  expect((await as(member).account.me()).profiles.map((face) => face.id)).toEqual([member.profileId]);
  expect(await db.auditEntry.count({ where: { act: "profile.closed", subject: `profile:${id}` } })).toBe(1);
  await expect(as(member).profile.close({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(member).profile.create({ handle, displayName: "x" })).rejects.toMatchObject(refusal("HANDLE_TAKEN"));
});

test("the only face stays, one with stories stays, and nobody else's is closed", async () => {
  const [member, stranger] = [await make.person(), await make.person()];
  const close = (by: typeof member, id: string) => as(by).profile.close({ id });
  await expect(close(member, member.profileId)).rejects.toMatchObject(refusal("PROFILE_LAST"));
  const { id } = await as(member).profile.create({ handle: name(), displayName: "Pen" });
  await as(stranger).profile.create({ handle: name(), displayName: "Pen" });
  await expect(close(stranger, id)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await shelve({ ...member, profileId: id });
  await expect(close(member, id)).rejects.toMatchObject({
    cause: { code: "PROFILE_HAS_STORIES", params: { count: 1 } },
  });
  await expect(close(member, member.profileId)).resolves.toEqual({ id: member.profileId });
});

test("two faces are not closed at once so that none is left", async () => {
  const member = await make.person();
  const { id } = await as(member).profile.create({ handle: name(), displayName: "Pen" });
  const closed = await Promise.allSettled([id, member.profileId].map((one) => as(member).profile.close({ id: one })));
  expect(closed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a held face goes from every card and page at once, and comes back", async () => {
  const [author, moderator] = [await make.person(), await make.person({}, ["moderator"])];
  const { ref } = await publishStory(author, { tags: ["Holding"] });
  const { id, handle } = (await as(author).account.me()).profiles[0] ?? { id: "", handle: "" };
  const see = async () =>
    (await Promise.allSettled([visitor.profile.view({ handle }), visitor.story.byRef({ ref })])).map(
      (one) => one.status,
    );
  const hold = (isHeld: boolean) => as(moderator).profile.hold({ id, isHeld, purpose: "case:1" });
  expect(await see()).toEqual(["fulfilled", "fulfilled"]);
  const { queries } = await countQueries(() => hold(true));
  expect(queries).toBeLessThanOrEqual(8);
  expect(await eventsAbout(id)).toContainEqual({ name: "profile.changed", data: { profileId: id } });
  await runJobs();
  expect(await see()).toEqual(["rejected", "rejected"]);
  expect((await visitor.story.list({ tag: "holding" })).items).toEqual([]);
  await hold(true);
  await hold(false);
  await runJobs();
  expect(await see()).toEqual(["fulfilled", "fulfilled"]);
  const acts = await db.auditEntry.findMany({ where: { subject: `profile:${id}` }, orderBy: { seq: "asc" } });
  expect(acts.map(({ act, purpose }) => [act, purpose])).toEqual([
    ["profile.held", "case:1"],
    ["profile.released", "case:1"],
  ]);
});

test("nobody holds themselves, a closed face, or one that is not there", async () => {
  const [owner, moderator] = [await make.person(), await make.person({}, ["moderator"])];
  const hold = (id: string) => as(moderator).profile.hold({ id, isHeld: true, purpose: "case:1" });
  await expect(hold(moderator.profileId)).rejects.toMatchObject(refusal("YOUR_OWN"));
  const { id } = await as(owner).profile.create({ handle: name(), displayName: "Pen" });
  await as(owner).profile.close({ id });
  for (const one of [id, crypto.randomUUID()]) await expect(hold(one)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(owner).profile.hold({ id, isHeld: true, purpose: "case:1" })).rejects.toMatchObject(
    refusal("FORBIDDEN"),
  );
});

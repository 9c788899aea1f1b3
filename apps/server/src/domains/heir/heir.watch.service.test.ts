import type { Wish } from "@muejam/contracts/heir";
import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { app, as, ctxOf, make, refusal, runJob } from "../../test/harness.ts";
import { nameKin } from "../../test/kin.ts";

const { db } = ctxOf(make.system());
const visitor = as(make.visitor());
const watch = () => runJob("heir.watch");
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

async function author() {
  const identity = make.identity();
  const member = await make.person(identity);
  const [{ handle } = { handle: "" }] = (await as(member).account.me()).profiles;
  const mails = async () =>
    (await app.mailbox.list()).filter(({ to, text }) => to === identity.email && text.includes("You have been away"));
  return { member, identity, handle, mails, wish: (wish: Exclude<Wish, "hand-over">) => say(member, wish) };
}

const say = (member: Member, wish: Exclude<Wish, "hand-over">) =>
  as(member).heir.setWish({ profileId: member.profileId, wish, afterMonths: 12 });

/** As if all that this person did, and was told, had been so many days earlier. */
async function letPass({ accountId }: Member, days: number): Promise<void> {
  await db.$executeRaw`UPDATE account SET seen_on = seen_on - ${days}::int WHERE id = ${accountId}::uuid`;
  await db.$executeRaw`
    UPDATE heir SET warned_at = warned_at - make_interval(days => ${days}::int)
    FROM profile WHERE profile.id = profile_id AND account_id = ${accountId}::uuid`;
}

/** A year, and all the mails, and the days by which faces are kept apart. */
async function stayAwayForGood(member: Member): Promise<void> {
  for (const days of [366, 31, 31, 45]) {
    await letPass(member, days);
    await watch();
  }
}

test("whoever stays away is written to three times, a month apart, before their page remembers them", async () => {
  const { member, handle, mails, wish } = await author();
  await wish("memorial");
  await letPass(member, 364);
  await watch();
  expect(await mails()).toHaveLength(0);
  for (const [days, told] of [
    [2, 1],
    [29, 1],
    [2, 2],
    [31, 3],
    [29, 3],
  ] as const) {
    await letPass(member, days);
    await watch();
    expect([days, (await mails()).length]).toEqual([days, told]);
  }
  expect(await visitor.profile.view({ handle })).toMatchObject({ isMemorial: false });
  await letPass(member, 16);
  await watch();
  expect(await visitor.profile.view({ handle })).toMatchObject({ isMemorial: true });
  await watch();
  expect(await mails()).toHaveLength(3);
});

test("whoever comes back is left in peace, and finds their page as it was", async () => {
  const { member, identity, handle, wish } = await author();
  await wish("memorial");
  await stayAwayForGood(member);
  expect(await visitor.profile.view({ handle })).toMatchObject({ isMemorial: true });
  await letPass(member, 1);
  await db.profile.updateMany({ where: { id: member.profileId }, data: { memorialAt: daysAgo(1) } });
  await ctxOf(make.system()).cache.drop([`account:${member.accountId}`]);
  await make.person(identity);
  await watch();
  expect(await visitor.profile.view({ handle })).toMatchObject({ isMemorial: false });
  expect(await db.heir.findMany({ where: { profileId: member.profileId } })).toMatchObject([
    { warnings: 0, doneAt: null },
  ]);
});

test("a face is closed where its owner wished it, with all that stands under it", async () => {
  const { member, handle, wish } = await author();
  await wish("close");
  await stayAwayForGood(member);
  await runJob("profile.closeDue");
  await expect(visitor.profile.view({ handle })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("an heir who agreed is asked once and nothing is theirs until they confirm; without one the page remembers", async () => {
  const kin = make.identity();
  const heir = await make.person(kin);
  const [named, lonely] = [await nameKin(), await nameKin()];
  await as(heir).heir.answer({ token: named.token, isAccepted: true });
  await as(heir).heir.answer({ token: lonely.token, isAccepted: false });
  for (const { owner } of [named, lonely]) await stayAwayForGood(owner);
  await watch();
  const mails = (await app.mailbox.list()).filter(
    ({ to, text }) => to === kin.email && text.includes("It may be time"),
  );
  expect(mails).toHaveLength(1);
  expect((await as(heir).heir.wishes()).entrusted).toMatchObject([
    { face: { id: named.profileId }, canTakeOver: true },
  ]);
  const faces = await db.profile.findMany({ where: { id: { in: [named.profileId, lonely.profileId] } } });
  expect(new Map(faces.map(({ id, memorialAt }) => [id, memorialAt !== null]))).toEqual(
    new Map([
      [named.profileId, false],
      [lonely.profileId, true],
    ]),
  );
});

test("whoever wished nothing is never written to", async () => {
  const { member, mails } = await author();
  await letPass(member, 4000);
  await watch();
  expect(await mails()).toHaveLength(0);
});

test("faces that were warned together come to their end apart", async () => {
  const { member } = await author();
  const faces = [member.profileId];
  for (let left = 3; left > 0; left -= 1)
    faces.push(
      (await as(member).profile.create({ handle: `w_${crypto.randomUUID().slice(0, 8)}`, displayName: "Pen" })).id,
    );
  for (const profileId of faces) await say({ ...member, profileId }, "memorial");
  const remembered = () => db.profile.count({ where: { id: { in: faces }, memorialAt: { not: null } } });
  for (const days of [366, 31, 31]) {
    await letPass(member, days);
    await watch();
  }
  const counts = [];
  for (let hours = 0; hours <= 44; hours += 1) {
    await letPass(member, 1);
    await watch();
    counts.push(await remembered());
  }
  expect(new Set(counts).size).toBeGreaterThan(2);
  expect(counts.at(-1)).toBe(4);
});

import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { closeDue } from "./profile.closing.service.ts";

const { db } = ctxOf(make.system());
const name = () => `v_${randomBytes(6).toString("hex")}`;
const view = (handle: string) => as(make.visitor()).profile.view({ handle });

test("a profile's page has its words and its counts, in no statement once it is warm", async () => {
  const member = await make.person();
  const handle = name();
  const { id } = await as(member).profile.create({ handle, displayName: "Ann" });
  await as(member).profile.update({ id, bio: " Writes at night.\r\nSleeps by day. " });
  await db.profile.update({ where: { id }, data: { followerCount: 3, storyCount: 2, wordCount: 5000 } });
  const seen = {
    id,
    handle,
    displayName: "Ann",
    bio: "Writes at night.\nSleeps by day.",
    accent: "duck-egg",
    links: [],
    isFindable: true,
    badges: [],
    isMemorial: false,
    counts: { followers: 3, stories: 2, words: 5000 },
    isFollowersOnly: false,
  };
  expect(await view(handle)).toEqual(seen);
  expect((await countQueries(() => view(handle.toUpperCase()))).queries).toBe(0);
  expect((await countQueries(() => as(member).profile.view({ handle }))).queries).toBeLessThanOrEqual(1);
});

test("an old handle leads to whoever had it for a year, and not where somebody else has it", async () => {
  const member = await make.person();
  const [first, second, third] = [name(), name(), name()];
  const { id } = await as(member).profile.create({ handle: first, displayName: "Ann" });
  await as(member).profile.update({ id, handle: second });
  expect((await view(first)).handle).toBe(second);
  await as(member).profile.update({ id, handle: third });
  expect((await view(first)).handle).toBe(third);
  const old = new Date(Date.now() - 366 * 86_400_000);
  await db.formerHandle.updateMany({ where: { handle: second }, data: { leftAt: old } });
  await expect(view(second)).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("a closed profile is gone under each of its handles at once", async () => {
  const member = await make.person();
  const [first, second] = [name(), name()];
  const { id } = await as(member).profile.create({ handle: first, displayName: "Ann" });
  await as(member).profile.update({ id, handle: second });
  await Promise.all([view(first), view(second)]);
  await db.profile.update({ where: { id }, data: { closesAt: new Date(0) } });
  await closeDue(ctxOf(make.system()));
  for (const handle of [first, second]) await expect(view(handle)).rejects.toMatchObject(refusal("NOT_FOUND"));
});

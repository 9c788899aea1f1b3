import { expect, test } from "vitest";
import { publishNow, sitDown } from "../../test/desk.ts";
import { as, make, runJobs } from "../../test/harness.ts";
import { publish } from "../../test/publish.ts";
import { BadgeAwarded } from "../badge/badge.events.ts";

test("whoever is given a badge is told once, as the face that was given it", async () => {
  const member = await make.person();
  const other = await as(member).profile.create({ handle: `n_${crypto.randomUUID().slice(0, 8)}`, displayName: "Pen" });
  await publishNow(await sitDown(member));
  await runJobs();
  const { profileId } = member;
  await publish(BadgeAwarded, { profileId, kind: "early" });
  await publish(BadgeAwarded, { profileId: crypto.randomUUID(), kind: "early" });
  await runJobs();
  const { items } = await as(member).notification.list({});
  const told = items.map((one) => (one.kind === "badge-awarded" ? `${one.badge} ${one.author.id}` : one.kind));
  expect(new Set(told)).toEqual(new Set([`early ${profileId}`, `first-chapter ${profileId}`]));
  expect(told).toHaveLength(2);
  expect((await as({ ...member, profileId: other.id }).notification.list({})).items).toEqual([]);
});

import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Crawled, crawl } from "../test/crawl.ts";
import { headersOf, openWorld } from "../test/doors.ts";
import { app, as, ctxOf, make, runJobs } from "../test/harness.ts";
import { unlimited } from "../test/http.ts";
import { publishStory } from "../test/press.ts";
import { askingEntry, buildWeb } from "../test/web-build.ts";
import { web } from "./web.ts";

// Who blocks or mutes whom, and who asks to follow, is between them: everybody else is told the same as before.
const folder = await buildWeb(undefined, askingEntry);
const ctxFor = unlimited;
const world = await openWorld({ ctxFor, web: await web(folder, { ...app, ctxFor }) });
afterAll(() => rm(folder, { recursive: true }));
const { db } = ctxOf(make.system());

const [author, blocked, muted, asker, bystander] = await Promise.all([1, 2, 3, 4, 5].map(() => world.enter()));
if (!author || !blocked || !muted || !asker || !bystander) throw new Error("Five came in.");
const face = await as(author.member).profile.create({ handle: `o_${Date.now()}`, displayName: "Other" });
const keyOf = async (profileId: string) =>
  (await as({ ...author.member, profileId }).account.createKey({ name: "reads", scopes: ["read"] })).secret;

const callers: Record<string, Record<string, string>> = {
  visitor: {},
  bystander: headersOf(bystander.token),
  "the muted": headersOf(muted.token),
  moderator: headersOf(world.bearers.moderator),
  administrator: headersOf(world.bearers.administrator),
  "a key of the author's other face": headersOf(await keyOf(face.id)),
};
const lists = ["notification.list", "notification.unread", "social.feed", "social.followers", "social.requests"];
const privateLists = ["reach.blocked", "reach.muted", "reading.continue", "account.me"];
const people: Crawled[] = [];
const before = new Map<string, unknown>();

beforeAll(async () => {
  for (const { member } of [author, blocked, muted, asker]) {
    const tag = `t${crypto.randomUUID().slice(0, 8)}`;
    const { handle } = await db.profile.findUniqueOrThrow({ where: { id: member.profileId } });
    people.push({ ...member, handle, tag, refs: [(await publishStory(member, { tags: [tag] })).ref] });
  }
  await as(muted.member).social.followProfile({ profileId: author.member.profileId, isFollowing: true });
  await as(asker.member).social.setFollowersOnly({ isFollowersOnly: true });
  await runJobs();
  for (const [who, headers] of Object.entries(callers)) before.set(who, await toldTo(headers));
  await as(author.member).reach.block({ profileId: blocked.member.profileId, isBlocked: true });
  await as(author.member).reach.mute({ profileId: muted.member.profileId, isMuted: true });
  await as(author.member).social.followProfile({ profileId: asker.member.profileId, isFollowing: true });
  await runJobs();
}, 120_000);

/** Everything there is to be told of these people, and everything that comes by itself. */
async function toldTo(headers: Record<string, string>): Promise<unknown> {
  const told = await Promise.all(people.map((one) => crawl(world.request, one, headers)));
  const ask = async (door: string) => {
    const answer = await world.request(`/trpc/${door}?input=%7B%7D`, { headers });
    return `${answer.status} ${await answer.text()}`.replace(/"requestId":"[^"]*"/g, "");
  };
  return { told, lists: await Promise.all([...lists, ...privateLists, "story.list"].map(ask)) };
}

test.each(Object.entries(callers))("%s is told the same as before", async (who, headers) => {
  expect(await toldTo(headers)).toEqual(before.get(who));
});

test("those whom it is about are told what is theirs", async () => {
  const { profileId } = author.member;
  await expect(as(blocked.member).social.profileHere({ profileId })).rejects.toThrow("NOT_FOUND");
  expect((await as(author.member).reach.blocked({})).items).toHaveLength(1);
  expect((await as(author.member).reach.muted({})).items).toHaveLength(1);
  expect((await as(asker.member).social.requests({})).items).toMatchObject([{ id: profileId }]);
});

test("no log, audit or mail names who shut out whom", async () => {
  const traces = JSON.stringify([await db.auditEntry.findMany(), await app.mailbox.list()], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  for (const { member } of [blocked, muted]) expect(traces).not.toContain(member.profileId);
});

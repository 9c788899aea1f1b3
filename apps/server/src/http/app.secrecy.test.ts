import { rm } from "node:fs/promises";
import { Client } from "pg";
import pino from "pino";
import { afterAll, describe, expect, test } from "vitest";
import { timedId } from "../kernel/ids.ts";
import { findGaps } from "../rpc/authorisation.ts";
import { appRouter } from "../rpc/root.ts";
import { directUrl } from "../test/database.ts";
import { saveOf } from "../test/desk.ts";
import { headersOf, openWorld } from "../test/doors.ts";
import { app, as, ctxOf, make, runJobs } from "../test/harness.ts";
import { post, unlimited } from "../test/http.ts";
import { keepSecrets, nothingLike, publishInHaste, type Secret } from "../test/secrets.ts";
import { askingEntry, buildWeb } from "../test/web-build.ts";
import { web } from "./web.ts";

const folder = await buildWeb(undefined, askingEntry);
const logged: string[] = [];
const log = pino({ level: "trace" }, { write: (line) => void logged.push(line) });
const ctxFor = unlimited;
const world = await openWorld({ ctxFor, log, web: await web(folder, { ...app, ctxFor }) });
afterAll(() => rm(folder, { recursive: true }));

const [keeper, follower, stranger, adult] = await Promise.all([1, 2, 3, 4].map(() => world.enter()));
if (!keeper || !follower || !stranger || !adult) throw new Error("Four came in.");
await as(adult.member).account.onboard({ birthDate: "1980-01-01", interests: [] });
await as(adult.member).account.setPreferences({ showsMature: true });
const face = await as(keeper.member).profile.create({ handle: `face_${Date.now()}`, displayName: "Another face" });
const key = await as({ ...keeper.member, profileId: face.id }).account.createKey({
  name: "of the other face",
  scopes: ["read", "write"],
});

const callers: Record<string, Record<string, string>> = {
  visitor: {},
  stranger: headersOf(stranger.token),
  follower: headersOf(follower.token),
  adult: headersOf(adult.token),
  moderator: headersOf(world.bearers.moderator),
  "the author's other face": { ...headersOf(keeper.token), "x-acting-profile": face.id },
  "a key of the author's other face": headersOf(key.secret),
};
/** Whoever may see what others may not. Drafts, and what was taken back, are shown by no door but their authors' own. */
const seers: Record<string, readonly string[]> = {
  held: ["moderator"],
  mature: ["moderator", "adult", "the author's other face"],
};

const remembered = new Map<string, string>();
const haste = await publishInHaste(keeper.member);
const secrets = await keepSecrets(keeper.member, follower.member, remember);

const place = { edition: 1, block: "b1", offset: 0, quote: "", prefix: "", suffix: "", perMille: 1, device: "" };
/** What each procedure is asked about a secret. */
const knocks: Readonly<Record<string, (secret: Secret) => unknown>> = {
  "badge.setVerified": ({ face: one }) =>
    one ? [{ profileId: one.profileId, isVerified: true, purpose: "test:secrecy" }] : [],
  "draft.get": byChapter,
  "draft.save": ({ chapterId }) => [saveOf(chapterId, 0)],
  "draft.revisions": byChapter,
  "draft.revision": ({ chapterId, revisionId }) => [{ chapterId, revisionId }],
  "draft.compare": ({ chapterId, revisionId: from }) => [null, from].map((to) => ({ chapterId, from, to })),
  "draft.keep": ({ chapterId }) => [1, 2].map((version) => ({ chapterId, version })),
  "draft.restore": ({ chapterId, revisionId }) => [{ chapterId, revisionId, version: 1 }],
  "edition.publish": ({ chapterId }) => [0, 1].map((version) => ({ chapterId, version })),
  "edition.unpublish": byChapter,
  "edition.erase": ({ chapterId }) => [{ chapterId, edition: 1, purpose: "test:secrecy" }],
  "heir.setWish": ({ face: one }) => (one ? [{ profileId: one.profileId, wish: "memorial", afterMonths: 12 }] : []),
  "heir.removeWish": byProfileId,
  "heir.takeOver": byProfileId,
  "heir.handOver": ({ face: one }) => (one ? [{ profileId: one.profileId, purpose: "test:secrecy" }] : []),
  "profile.byHandle": byFace,
  "profile.view": byFace,
  "profile.close": byProfile,
  "profile.formerHandles": byProfile,
  "profile.redirect": ({ face: one }) => (one ? [{ id: one.profileId, handle: one.handle, isRedirected: true }] : []),
  "profile.hold": ({ face: one }) => (one ? [{ id: one.profileId, isHeld: true, purpose: "test:secrecy" }] : []),
  "profile.update": ({ face: one }) => (one ? [{ id: one.profileId, displayName: "Mine" }] : []),
  "social.followProfile": (secret) => following(secret.face && { profileId: secret.face.profileId }),
  "social.followStory": (secret) => following(secret.tag === null ? null : { storyId: secret.storyId }),
  "social.applaud": ({ chapterId }) => [true, false].map((hasApplauded) => ({ chapterId, hasApplauded })),
  "social.answerRequest": ({ face: one }) =>
    one ? [true, false].map((isApproved) => ({ profileId: one.profileId, isApproved })) : [],
  "social.removeFollower": ({ face: one }) => (one ? [{ profileId: one.profileId }] : []),
  "social.profileHere": ({ face: one }) => (one ? [{ profileId: one.profileId }] : []),
  "reach.block": ({ face: one }) =>
    one ? [true, false].map((isBlocked) => ({ profileId: one.profileId, isBlocked })) : [],
  "reach.mute": ({ face: one }) => (one ? [true, false].map((isMuted) => ({ profileId: one.profileId, isMuted })) : []),
  "reading.chapter": byNumber,
  "reading.chapterHere": byNumber,
  "reading.storyHere": byStoryRef,
  "reading.savePosition": ({ chapterId }) => [{ chapterId, ...place }],
  "story.byRef": byStoryRef,
  "story.chapters": byStoryRef,
  "story.list": ({ tag, face: one }) => [...(tag ? [{ tag }] : []), ...(one ? [{ author: one.handle }] : [])],
  "story.update": (secret) => (secret.tag === null ? [] : [{ id: secret.storyId, title: "Mine" }]),
  "story.own": byStory,
  "story.pin": ({ tag, storyId }) => (tag === null ? [] : [{ storyIds: [storyId] }]),
  "story.pinned": byFace,
  "story.ownChapters": byStory,
  "story.addChapter": ({ tag, storyId }) => (tag === null ? [] : [{ id: timedId(new Date()), storyId }]),
  "story.moveChapter": ({ tag, chapterId }) => (tag === null ? [] : [{ chapterId, afterId: null }]),
  "story.binChapter": ({ tag, chapterId }) => (tag === null ? [] : [{ chapterId }]),
  "story.restoreChapter": ({ tag, chapterId }) => (tag === null ? [] : [{ chapterId }]),
  "story.bin": byStory,
  "tag.bySlug": ({ tag }) => (tag === null ? [] : [{ slug: tag }]),
  "team.get": byTeam,
  "team.invite": (secret) => byTeam(secret).map((place) => ({ ...place, handle: "nobody_here", role: "editor" })),
  "team.withdraw": byTeamFace,
  "team.remove": byTeamFace,
  "team.changeRole": (secret) => byTeamFace(secret).map((place) => ({ ...place, role: "reader" })),
  "team.leave": byTeam,
  "team.here": ({ storyId, chapterId }) => [{ storyId, chapterId }],
  "team.present": ({ storyId }) => [{ storyIds: [storyId] }],
};
/** These are asked about nothing in particular, and may not tell of a secret by themselves. */
const lists: Readonly<Record<string, unknown>> = {
  "account.me": undefined,
  "heir.wishes": undefined,
  "notification.list": {},
  "notification.live": { lastEventId: "0" },
  "notification.unread": undefined,
  "reach.blocked": {},
  "reach.muted": {},
  "reading.continue": {},
  "social.feed": {},
  "social.followers": {},
  "social.requests": {},
  "story.mine": {},
  "story.proposed": {},
  "team.invitations": {},
};
const shelves = ["latest", "new", "completed"].map((order) => ({ order, limit: 100 }));
/** Of other things than stories. */
const elsewhere =
  /^(account\.(?!me$)|heir\.(question|answer)$|team\.answer$|status\.|profile\.create|story\.create|(notification|reading)\.(markRead|choices|choose)|social\.setFollowersOnly)/;
const kinds = Object.entries<{ _def: { type: string } }>(Object(appRouter._def.procedures));

test("every procedure is asked about secrets, or is known to be about other things", () => {
  const doors = kinds.map(([door]) => door).filter((door) => !elsewhere.test(door));
  expect(findGaps(doors, { ...knocks, ...lists })).toEqual([]);
});

describe.each(secrets)("$name", (secret) => {
  const strangers = Object.entries(callers).filter(([who]) => !seers[secret.name]?.includes(who));

  test.each(Object.keys(knocks))("%s tells nobody of it", async (door) => {
    for (const [who, headers] of strangers)
      expect((await knock(door, secret, headers)).toLowerCase(), who).not.toContain(secret.word);
  });

  // Whoever wrote it knows, and adults could see what is for them: all others must take it for nothing.
  const blind = secret.name === "mature" ? [] : strangers.filter(([who]) => who !== "the author's other face");
  test.each(blind)("to %s it is as if it were not", async (_, headers) => {
    const nothing = nothingLike(secret);
    for (const door of Object.keys(knocks))
      expect(await knock(door, secret, headers), door).toBe(await knock(door, nothing, headers));
  });

  test("to all others its picture is one that is not there", async () => {
    const look = async ({ pictureId }: Secret, headers: Record<string, string>) => {
      const answer = await world.request(`/media/${pictureId}/480`, { headers });
      const told = [...answer.headers].filter(([name]) => name !== "x-request-id");
      return `${answer.status} ${JSON.stringify(told)} ${(await answer.text()).replace(/"requestId":"[^"]*"/, "")}`;
    };
    const nothing = nothingLike(secret);
    for (const [who, headers] of strangers) {
      const seen = await look(secret, headers);
      expect(seen, who).toMatch(/^404 /);
      expect(seen, who).toBe(await look(nothing, headers));
    }
  });

  test("no list and no stream has it", async () => {
    for (const [who, headers] of strangers) {
      const told = await Promise.all([
        ...Object.entries(lists).map(([door, input]) => call(door, input, headers)),
        ...shelves.map((input) => call("story.list", input, headers)),
      ]);
      expect(told.join("\n").toLowerCase(), who).not.toContain(secret.word);
    }
  });

  test("no page has it, for whoever knew it neither", async () => {
    for (const path of pathsOf(secret)) {
      const etag = remembered.get(path);
      const answer = await world.request(path, { headers: etag ? { "if-none-match": etag } : {} });
      const status = secret.name !== "mature" ? 404 : path.startsWith("/s/") ? 403 : 200;
      expect([path, answer.status]).toEqual([path, status]);
      expect(`${JSON.stringify([...answer.headers])} ${await answer.text()}`.toLowerCase()).not.toContain(secret.word);
    }
    for (const path of ["/", "/sitemap.xml", ...(await sitemap())])
      expect((await (await world.request(path)).text()).toLowerCase(), path).not.toContain(secret.word);
  });
});

test("what was taken back before its followers were told is told to nobody", async () => {
  await runJobs();
  const letters = await app.mailbox.list();
  expect(letters.length).toBeGreaterThan(0);
  expect(JSON.stringify(letters)).not.toContain(haste);
});

test("no draft has left a word in a log, an audit, a job or a mail", async () => {
  const { db } = ctxOf(make.system());
  const owner = new Client({ connectionString: directUrl });
  await owner.connect();
  const { rows } = await owner.query("SELECT payload FROM graphile_worker._private_jobs");
  await owner.end();
  const traces =
    JSON.stringify([rows, await db.auditEntry.findMany(), await app.mailbox.list()], sayBigint) + logged.join();
  expect(logged.length).toBeGreaterThan(100);
  const words = secrets.slice(0, 2).map(({ word }) => word);
  expect(words.filter((word) => traces.replace(/"path":"[^"]*"/g, "").includes(word))).toEqual([]);
});

const sayBigint = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);

async function remember(secret: Secret): Promise<void> {
  for (const path of pathsOf(secret)) {
    for (const _time of [1, 2]) await world.request(path);
    const answer = await world.request(path);
    expect([path, answer.status]).toEqual([path, 200]);
    remembered.set(path, answer.headers.get("etag") ?? "");
  }
}

async function sitemap(): Promise<string[]> {
  const index = await (await world.request("/sitemap.xml")).text();
  return [...index.matchAll(/<loc>https:\/\/muejam\.test([^<]*)</g)].map(([, path = ""]) => path);
}

function pathsOf({ ref, number, tag, face: one }: Secret): string[] {
  const whole = tag === null ? [] : [`/s/${ref}`, `/tags/${tag}`];
  return [`/s/${ref}/${number}`, ...whole, ...(one ? [`/@${one.handle}`] : [])];
}

/** All that comes back, but for the request's own name. */
async function call(door: string, input: unknown, headers: Record<string, string>): Promise<string> {
  const isWrite = kinds.some(([name, { _def }]) => name === door && _def.type === "mutation");
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const answer = await (isWrite
    ? world.request(`/trpc/${door}`, post(input, headers))
    : world.request(`/trpc/${door}${query}`, { headers }));
  return `${answer.status} ${await answer.text()}`.replace(/"requestId":"[^"]*"/g, "");
}

async function knock(door: string, secret: Secret, headers: Record<string, string>): Promise<string> {
  const inputs = knocks[door]?.(secret);
  const answers = [];
  for (const input of Array.isArray(inputs) ? inputs : []) answers.push(await call(door, input, headers));
  return answers.join("\n");
}

function byChapter({ chapterId }: Secret) {
  return [{ chapterId }];
}
function byNumber({ ref, number }: Secret) {
  return [{ ref, number }];
}
function byStoryRef({ ref, tag }: Secret) {
  return tag === null ? [] : [{ ref }];
}
function byStory({ storyId, tag }: Secret) {
  return tag === null ? [] : [{ id: storyId }];
}
function byTeam({ storyId, tag }: Secret) {
  return tag === null ? [] : [{ storyId }];
}
function byTeamFace(secret: Secret) {
  return byTeam(secret).map((place) => ({ ...place, profileId: stranger?.member.profileId }));
}
function byFace({ face: one }: Secret) {
  return one ? [{ handle: one.handle }] : [];
}
function byProfileId({ face: one }: Secret) {
  return one ? [{ profileId: one.profileId }] : [];
}
function byProfile({ face: one }: Secret) {
  return one ? [{ id: one.profileId }] : [];
}
function following(thing: object | null) {
  return thing ? [true, false].map((isFollowing) => ({ ...thing, isFollowing })) : [];
}

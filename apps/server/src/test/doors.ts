import { randomBytes, randomUUID } from "node:crypto";
import type { Role, Scope } from "@muejam/contracts/account";
import type { Component } from "@muejam/contracts/status";
import type { HttpParts } from "../http/app.ts";
import { web } from "../http/web.ts";
import type { Member } from "../kernel/actor.ts";
import type { Identity } from "../kernel/identity.ts";
import { timedId } from "../kernel/ids.ts";
import { createStreams } from "../kernel/streams.ts";
import type { CallerName } from "../rpc/authorisation-rows.ts";
import { keepNow, publishNow, saveOf, sitDown, write } from "./desk.ts";
import { guarded } from "./guarded.ts";
import { app, as, make } from "./harness.ts";
import { openHttp } from "./http.ts";
import { nameKin, stayAway } from "./kin.ts";
import { bind, shelve } from "./library.ts";
import { askedOf, invitedBy, inviting, joinedTo, joining } from "./team.ts";
import { buildWeb } from "./web-build.ts";

type World = Awaited<ReturnType<typeof openWorld>>;

/** A small world behind the real edge: somebody of each kind, each with a token of their own. */
export async function openWorld(changes: Partial<HttpParts> = {}) {
  const tokens = new Map<string, Identity>();
  const enter = async (given: Partial<Identity> = {}, roles: readonly Role[] = []) => {
    const identity = make.identity(given);
    const token = randomUUID();
    tokens.set(token, identity);
    return { token, member: await make.person(identity, roles), identity };
  };
  const [member, other, author, moderator, senior, administrator] = await Promise.all([
    enter(),
    enter({ isEmailVerified: false }),
    enter(),
    enter({}, ["moderator"]),
    enter({}, ["senior"]),
    enter({}, ["administrator"]),
  ]);
  const key = async (owner: Member, scope: Scope): Promise<string> =>
    (await as(owner).account.createKey({ name: scope, scopes: [scope] })).secret ?? "";
  const bearers: Record<CallerName, string | null> = {
    visitor: null,
    member: member.token,
    other: other.token,
    author: author.token,
    moderator: moderator.token,
    senior: senior.token,
    administrator: administrator.token,
    readKey: await key(author.member, "read"),
    writeKey: await key(author.member, "write"),
    moderateKey: await key(administrator.member, "moderate"),
  };
  const verifyToken = async (token: string) => tokens.get(token) ?? null;
  const streams = createStreams(100);
  // Each stream tells what there is and ends, so that its answer can be read like any other.
  streams.endAll();
  const request = openHttp({
    signIn: { ...app.signIn, verifyToken },
    web: await web(await buildWeb(), app),
    streams,
    ...changes,
  });
  const clerk = openHttp({ signIn: { ...app.signIn, verifyToken, readNews: () => null } });
  return { author: author.member, administrator: administrator.member, bearers, enter, request, clerk };
}

export const headersOf = (bearer: string | null): Record<string, string> =>
  bearer === null ? {} : { authorization: `Bearer ${bearer}` };

type Asked = { world: World; who: CallerName };

/** What each procedure is called with: about something of the author's, fresh for each call. */
export const inputs: Readonly<Record<string, (asked: Asked) => unknown>> = {
  "account.me": () => undefined,
  "account.onboard": () => ({ birthDate: "1990-05-17", interests: ["mystery"] }),
  "account.setPreferences": () => ({ interests: ["fantasy"] }),
  "account.listKeys": () => undefined,
  "account.createKey": () => ({ name: "another", scopes: ["read"] }),
  "account.revokeKey": keyOfAuthor,
  "account.rotateKey": keyOfAuthor,
  "account.securityEvents": () => ({}),
  "account.transferOffer": () => undefined,
  "account.transfer": () => ({}),
  // Somebody whom no other door asks about.
  "account.askRecovery": async () => ({ profileId: (await guarded()).profileId, purpose: "test:doors" }),
  "account.stopRecovery": async ({ world }) => {
    const { profileId } = await guarded();
    return { id: (await as(world.administrator).account.askRecovery({ profileId, purpose: "test:doors" })).id };
  },
  "account.listRecoveries": () => undefined,
  "account.staff": () => ({}),
  "account.grantRole": async () => ({
    profileId: (await make.person()).profileId,
    role: "moderator",
    purpose: "test:doors",
  }),
  "account.endRole": ({ world }) => ({ profileId: world.author.profileId, role: "senior", purpose: "test:doors" }),
  "badge.setVerified": async () => ({
    profileId: (await make.person()).profileId,
    isVerified: true,
    purpose: "test:doors",
  }),
  "draft.get": async ({ world }) => ({ chapterId: (await sitDown(world.author)).chapterId }),
  "draft.save": async ({ world }) => saveOf((await sitDown(world.author)).chapterId, 0),
  "draft.revisions": async ({ world }) => ({ chapterId: (await sitDown(world.author)).chapterId }),
  "draft.revision": async ({ world }) => keepNow(world.author),
  "draft.compare": async ({ world }) => {
    const { chapterId, revisionId } = await keepNow(world.author);
    return { chapterId, from: revisionId, to: null };
  },
  "draft.keep": async ({ world }) => {
    const desk = await sitDown(world.author);
    return { chapterId: desk.chapterId, version: await write(desk), name: "Before the storm" };
  },
  "draft.restore": async ({ world }) => keepNow(world.author),
  "edition.publish": async ({ world }) => {
    const desk = await sitDown(world.author);
    return { chapterId: desk.chapterId, version: await write(desk) };
  },
  "edition.unpublish": async ({ world }) => {
    const { chapterId } = await publishNow(await sitDown(world.author));
    return { chapterId };
  },
  "edition.erase": async ({ world }) => {
    const desk = await sitDown(world.author);
    const { chapterId, edition } = await publishNow(desk);
    await publishNow(desk);
    return { chapterId, edition, purpose: "test:doors" };
  },
  "notification.live": () => ({ lastEventId: "0" }),
  "profile.byHandle": handleOfAuthor,
  "profile.view": handleOfAuthor,
  "profile.create": () => ({ handle: `d_${randomBytes(6).toString("hex")}`, displayName: "Another" }),
  "profile.update": ({ world }) => ({ id: world.author.profileId, displayName: "Renamed" }),
  "profile.close": async ({ world }) => ({ id: await spareOf(world.author) }),
  "profile.formerHandles": ({ world }) => ({ id: world.author.profileId }),
  "profile.redirect": async ({ world }) => ({
    id: world.author.profileId,
    handle: await leftBy(world.author),
    isRedirected: false,
  }),
  "profile.hold": async () => ({ id: (await make.person()).profileId, isHeld: true, purpose: "test:doors" }),
  "heir.wishes": () => undefined,
  "heir.setWish": ({ world }) => ({ profileId: world.author.profileId, wish: "memorial", afterMonths: 12 }),
  "heir.removeWish": async ({ world }) => {
    const { profileId } = world.author;
    await as(world.author).heir.setWish({ profileId, wish: "memorial", afterMonths: 12 });
    return { profileId };
  },
  "heir.question": async () => ({ token: (await nameKin()).token }),
  "heir.answer": async () => ({ token: (await nameKin()).token, isAccepted: true }),
  "heir.takeOver": ({ world }) => stayAway(world.author),
  "heir.handOver": async ({ world }) => ({ ...(await stayAway(world.author)), purpose: "test:doors" }),
  "notification.list": () => ({}),
  "notification.unread": () => undefined,
  "notification.markRead": () => ({ seq: 1 }),
  "notification.choices": () => undefined,
  "notification.choose": () => ({ isMailedOfChapters: true }),
  "social.followProfile": ({ world }) => ({ profileId: world.author.profileId, isFollowing: true }),
  "social.followStory": async ({ world }) => ({ storyId: (await shelved(world)).story.id, isFollowing: true }),
  "social.applaud": async ({ world }) => ({ chapterId: (await shelved(world)).chapterId, hasApplauded: true }),
  "social.feed": () => ({}),
  "social.profileHere": ({ world }) => ({ profileId: world.author.profileId }),
  "social.requests": () => ({}),
  "social.answerRequest": ({ world }) => ({ profileId: world.author.profileId, isApproved: false }),
  "social.followers": () => ({}),
  "social.removeFollower": ({ world }) => ({ profileId: world.author.profileId }),
  "social.setFollowersOnly": () => ({ isFollowersOnly: false }),
  "reach.block": ({ world, who }) => ({ profileId: world.author.profileId, isBlocked: who === "author" }),
  "reach.mute": ({ world }) => ({ profileId: world.author.profileId, isMuted: true }),
  "reach.blocked": () => ({}),
  "reach.muted": () => ({}),
  "reading.chapter": chapterOfAuthor,
  "reading.chapterHere": chapterOfAuthor,
  "reading.storyHere": async ({ world }) => ({ ref: (await shelved(world)).story.ref }),
  "reading.savePosition": async ({ world }) => ({
    chapterId: (await shelved(world)).chapterId,
    ...placeOfAny,
  }),
  "reading.choices": () => undefined,
  "reading.choose": () => ({ keepsHistory: true }),
  "reading.continue": () => ({}),
  "status.version": () => undefined,
  "status.now": () => undefined,
  "status.history": () => ({}),
  // One person's report counts once for a component, and keys speak for their account.
  "status.reportTrouble": ({ who }) => ({ component: componentOf[who] ?? "database" }),
  "status.withdrawTrouble": async () => {
    const { receipt } = await as(make.visitor()).status.reportTrouble({ component: "jobs" });
    return { receipt };
  },
  "story.byRef": async ({ world }) => ({ ref: (await shelved(world)).story.ref }),
  "story.chapters": async ({ world }) => ({ ref: (await shelved(world)).story.ref }),
  "story.list": () => ({}),
  "story.proposed": () => ({}),
  "story.create": () => ({ id: timedId(new Date()), title: "The Lantern" }),
  "story.update": async ({ world }) => ({ id: (await shelve(world.author)).id, title: "The Harbour" }),
  "story.mine": () => ({}),
  "story.own": async ({ world }) => ({ id: (await shelve(world.author)).id }),
  "story.addChapter": async ({ world }) => ({
    id: timedId(new Date()),
    storyId: (await shelve(world.author)).id,
    title: "Night one",
  }),
  "story.ownChapters": async ({ world }) => ({ id: (await shelve(world.author)).id }),
  "story.moveChapter": async ({ world }) => ({ chapterId: (await sitDown(world.author)).chapterId, afterId: null }),
  "story.binChapter": async ({ world }) => ({ chapterId: (await sitDown(world.author)).chapterId }),
  "story.restoreChapter": async ({ world }) => ({ chapterId: (await sitDown(world.author)).chapterId }),
  "story.bin": async ({ world }) => ({ id: (await shelve(world.author)).id }),
  "story.pinned": handleOfAuthor,
  "story.pin": async ({ world }) => ({ storyIds: [(await shelve(world.author)).id] }),
  "tag.bySlug": () => ({ slug: "mystery" }),
  "team.get": async ({ world }) => ({ storyId: (await shelve(world.author)).id }),
  "team.invite": async ({ world }) => inviting(world.author),
  "team.withdraw": async ({ world }) => invitedBy(world.author),
  "team.remove": async ({ world }) => joinedTo(world.author),
  "team.changeRole": async ({ world }) => ({ ...(await joinedTo(world.author)), role: "reader" }),
  "team.leave": ({ world }) => joining(world.author),
  "team.invitations": () => ({}),
  "team.here": async ({ world }) => {
    const { chapterId, story } = await sitDown(world.author);
    return { storyId: story.id, chapterId };
  },
  "team.present": async ({ world }) => ({ storyIds: [(await shelve(world.author)).id] }),
  "team.answer": async ({ world }) => ({ id: await askedOf(world.author), isAccepted: true }),
};

const componentOf: Partial<Record<CallerName, Component>> = {
  readKey: "cache",
  writeKey: "jobs",
  moderateKey: "cache",
};

const placeOfAny = { edition: 1, block: "b1", offset: 0, quote: "", prefix: "", suffix: "", perMille: 1, device: "" };

async function chapterOfAuthor({ world }: Asked): Promise<{ ref: string; number: number }> {
  return { ref: (await shelved(world)).story.ref, number: 1 };
}

async function handleOfAuthor({ world }: Asked): Promise<{ handle: string | undefined }> {
  const [own] = (await as(world.author).account.me()).profiles;
  return { handle: own?.handle };
}

/** A face beside the one that they act as. */
async function spareOf(author: Member): Promise<string> {
  const { account, profile } = as(author);
  const spare = (await account.me()).profiles.find(({ displayName }) => displayName === "Spare");
  const handle = `d_${randomBytes(6).toString("hex")}`;
  return (spare ?? (await profile.create({ handle, displayName: "Spare" }))).id;
}

/** A handle that they have just given up. */
async function leftBy(author: Member): Promise<string> {
  const id = author.profileId;
  const [handle, next] = [1, 2].map(() => `d_${randomBytes(6).toString("hex")}`);
  await as(author).profile.update({ id, handle });
  await as(author).profile.update({ id, handle: next });
  return handle ?? "";
}

async function shelved({ author }: World) {
  const story = await shelve(author);
  return { story, chapterId: await bind(story) };
}

async function keyOfAuthor({ world }: Asked): Promise<{ id: string }> {
  const { keys } = await as(world.author).account.listKeys();
  const spare = keys.find(({ name }) => name === "spare");
  if (spare) return { id: spare.id };
  return (await as(world.author).account.createKey({ name: "spare", scopes: ["read"] })).key;
}

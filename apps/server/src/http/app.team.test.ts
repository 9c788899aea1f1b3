import { expect, test } from "vitest";
import type { Member } from "../kernel/actor.ts";
import { timedId } from "../kernel/ids.ts";
import { procedures } from "../rpc/authorisation.ts";
import { type Desk, keepNow, publishNow, saveOf, sitDown, write } from "../test/desk.ts";
import { as, ctxOf, make } from "../test/harness.ts";
import { limitless } from "../test/limitless.ts";
import { ask, enlist, handleOf } from "../test/team.ts";

const { db } = ctxOf(make.system());
const who = ["lead", "editor", "reader", "removed", "gone", "blocked", "outsider"] as const;
type Who = (typeof who)[number];

const lead = await make.person();
const people: Record<Who, Member> = {
  lead,
  editor: await make.person(),
  reader: await make.person(),
  removed: await make.person(),
  gone: await make.person(),
  blocked: await make.person(),
  outsider: await make.person(),
};
/** A story of the lead's with all of them in it, who then go as they are called. */
async function open(): Promise<Desk & { revisionId: string; version: number; ref: string; shown: string }> {
  const kept = await keepNow(lead);
  const { storyId } = await as(lead).draft.get(kept);
  const { ref } = await db.story.findUniqueOrThrow({ where: { id: storyId } });
  const story = { id: storyId, ref, author: lead };
  for (const name of who)
    if (name !== "lead" && name !== "outsider")
      await enlist(story, people[name], name === "reader" ? "reader" : "editor");
  // Readers saw it once, and it was taken back: what was ever public opens to nobody either.
  const desk = await sitDown(lead, story);
  await publishNow(desk);
  await as(lead).edition.unpublish(desk);
  await as(lead).team.remove({ storyId, profileId: people.removed.profileId });
  await as(people.gone).team.leave({ storyId });
  await as(lead).reach.block({ profileId: people.blocked.profileId, isBlocked: true });
  await as(lead).reach.block({ profileId: people.blocked.profileId, isBlocked: false });
  return { author: lead, story, ...kept, ref, shown: desk.chapterId };
}
const place = await open();
const { chapterId, revisionId, story, ref } = place;
const { id: storyId } = story;

const spare = await as(lead).story.addChapter({ id: timedId(new Date()), storyId });
const [guest, asked] = [await enlist(story, await make.person()), await make.person()];
await ask(story, asked);
const newcomer = await handleOf(await make.person());

type Caller = ReturnType<typeof as>;
const versionNow = async () => (await as(lead).draft.get({ chapterId })).version;
const doors: Record<string, (caller: Caller) => Promise<unknown>> = {
  "draft.get": ({ draft }) => draft.get({ chapterId }),
  "draft.revisions": ({ draft }) => draft.revisions({ chapterId }),
  "draft.revision": ({ draft }) => draft.revision({ chapterId, revisionId }),
  "draft.compare": ({ draft }) => draft.compare({ chapterId, from: revisionId, to: null }),
  "story.own": (caller) => caller.story.own({ id: storyId }),
  "story.ownChapters": (caller) => caller.story.ownChapters({ id: storyId }),
  "story.bin": (caller) => caller.story.bin({ id: storyId }),
  "team.get": ({ team }) => team.get({ storyId }),
  "team.here": ({ team }) => team.here({ storyId, chapterId }),
  "draft.save": async ({ draft }) => draft.save(saveOf(chapterId, await versionNow())),
  "draft.keep": async ({ draft }) => draft.keep({ chapterId, version: await versionNow() }),
  "draft.restore": async ({ draft }) => draft.restore({ chapterId, revisionId, version: await versionNow() }),
  "story.addChapter": (caller) => caller.story.addChapter({ id: timedId(new Date()), storyId }),
  "story.moveChapter": (caller) => caller.story.moveChapter({ chapterId: spare.id, afterId: null }),
  "story.binChapter": (caller) => caller.story.binChapter({ chapterId: spare.id }),
  "story.restoreChapter": (caller) => caller.story.restoreChapter({ chapterId: spare.id }),
  "team.invite": ({ team }) => team.invite({ storyId, handle: newcomer, role: "reader" }),
  "team.withdraw": ({ team }) => team.withdraw({ storyId, profileId: asked.profileId }),
  "team.changeRole": ({ team }) => team.changeRole({ storyId, profileId: guest.profileId, role: "reader" }),
  "team.remove": ({ team }) => team.remove({ storyId, profileId: guest.profileId }),
  "story.update": (caller) => caller.story.update({ id: storyId, title: "The Lantern" }),
  "edition.publish": async ({ edition }) => {
    await write({ ...place, author: lead });
    return edition.publish({ chapterId, version: await versionNow() });
  },
  "edition.unpublish": ({ edition }) => edition.unpublish({ chapterId }),
};
/** What readers come through: shut to all, since nothing of it is published. */
const publicDoors: typeof doors = {
  "story.byRef": (caller) => caller.story.byRef({ ref }),
  "story.chapters": (caller) => caller.story.chapters({ ref }),
  "reading.storyHere": ({ reading }) => reading.storyHere({ ref }),
  "reading.chapter": ({ reading }) => reading.chapter({ ref, number: 1 }),
};
/** They lead to what is one's own wherever it is, and are about no story that is named. */
const ownDoors = ["team.invitations", "team.answer", "team.leave", "team.present"];
const reads = Object.keys(doors).slice(0, 9);
const writes = [
  ...reads,
  "draft.save",
  "draft.keep",
  "draft.restore",
  "story.addChapter",
  "story.moveChapter",
  "story.binChapter",
  "story.restoreChapter",
];
const opens: Record<Who, readonly string[]> = {
  lead: Object.keys(doors),
  editor: writes,
  reader: reads,
  removed: [],
  gone: [],
  blocked: [],
  outsider: [],
};

test.each(who)("to the %s open those doors and no others", async (name) => {
  const answers = await knock(name);
  const isIn = opens[name].length > 0;
  const shut = Object.keys(doors).filter((door) => !opens[name].includes(door));
  const shutToAll = Object.keys(publicDoors).map((door) => [door, "NOT_FOUND"]);
  expect(answers).toEqual({
    ...Object.fromEntries(opens[name].map((door) => [door, "ok"])),
    ...Object.fromEntries(shut.map((door) => [door, isIn ? "FORBIDDEN" : "NOT_FOUND"])),
    ...Object.fromEntries(shutToAll),
  });
});

test("no door to drafts, editions or a team is left out", () => {
  const all = Object.keys(procedures).filter((door) => /^(draft|edition|team)\./.test(door));
  expect(all.filter((door) => !(door in doors) && !ownDoors.includes(door))).toEqual(["edition.erase"]);
});

test.each(who)("the lists of the %s hold the story or do not", async (name) => {
  const caller = as(people[name], { limits: limitless });
  const told = JSON.stringify([
    await caller.story.mine({}),
    await caller.story.list({ limit: 100 }),
    await caller.reading.continue({}),
    await caller.social.feed({}),
    await caller.team.invitations({}),
  ]);
  expect(told.includes(storyId)).toBe(opens[name].length > 0);
});

/** One after the other, since each of them changes what it is about. */
async function knock(name: Who): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [door, knockAt] of Object.entries({ ...publicDoors, ...doors }))
    answers[door] = await knockAt(as(people[name], { limits: limitless })).then(
      () => "ok",
      (error: { cause?: { code?: string } }) => error.cause?.code ?? "a bug",
    );
  return answers;
}

import { randomUUID } from "node:crypto";
import { changeBetween } from "@muejam/prose/change";
import { docVersion } from "@muejam/prose/document";
import { merge } from "@muejam/prose/merge";
import { longChapter } from "@muejam/prose/testing/make-document";
import { Client } from "pg";
import { expect, test, vi } from "vitest";
import { createMemoryLimits } from "../../adapters/memory-limits.ts";
import { actorRef } from "../../kernel/actor.ts";
import { timedId } from "../../kernel/ids.ts";
import { directUrl } from "../../test/database.ts";
import { paragraphOf, saveOf, sitDown, write } from "../../test/desk.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { documentIn } from "./draft.policy.ts";
import { thinChanges } from "./draft.service.ts";

const { db } = ctxOf(make.system());

test("a draft begins empty, and keeps what is saved, in few statements", async () => {
  const { author, chapterId, story } = await sitDown();
  const { queries, result: empty } = await countQueries(() => as(author).draft.get({ chapterId }));
  expect(queries).toBeLessThanOrEqual(2);
  expect(empty).toMatchObject({
    chapterId,
    storyId: story.id,
    state: "draft",
    title: "The Harbour",
    version: 0,
    words: 0,
  });

  const save = { ...saveOf(chapterId, 0), title: " Nights ", noteBefore: "Hello.\r\nAgain." };
  const { queries: sent, result: saved } = await countQueries(() => as(author).draft.save(save));
  expect(sent).toBeLessThanOrEqual(7);
  expect(saved).toMatchObject({ version: 1, words: 4 });
  const draft = await as(author).draft.get({ chapterId });
  expect(draft).toMatchObject({ ...saved, title: "Nights", noteBefore: "Hello.\nAgain.", noteAfter: "" });
  expect(draft.hasUnpublishedChanges).toBe(true);
  expect(draft.document["content"]).toEqual([save.placed[0]?.block, ...contentOf(empty)]);
});

test("the last chapter of a story of 1,000 is opened, saved, compared and brought back as any other", async () => {
  const desk = await sitDown();
  const { author, story, chapterId } = desk;
  const createdAt = new Date();
  await db.chapter.createMany({
    data: Array.from({ length: 999 }, (_, index) => ({
      id: timedId(createdAt),
      storyId: story.id,
      position: `b${String(index).padStart(4, "0")}`,
      state: "draft",
      createdAt,
    })),
  });
  const open = await countQueries(() =>
    Promise.all([as(author).draft.get({ chapterId }), as(author).story.own({ id: story.id }), as(author).account.me()]),
  );
  expect(open.queries).toBeLessThanOrEqual(8);
  const save = saveOf(chapterId, 0);
  expect((await countQueries(() => as(author).draft.save(save))).queries).toBeLessThanOrEqual(7);
  const { id } = await as(author).draft.keep({ chapterId, version: 1 });
  await write(desk, "Later.");
  const compared = await countQueries(() => as(author).draft.compare({ chapterId, from: id, to: null }));
  expect(compared.queries).toBeLessThanOrEqual(4);
  const back = { chapterId, revisionId: id, version: 2 };
  expect((await countQueries(() => as(author).draft.restore(back))).queries).toBeLessThanOrEqual(18);
});

test("a draft tells its chapter's number once it has appeared", async () => {
  const { author, chapterId } = await sitDown();
  expect((await as(author).draft.get({ chapterId })).number).toBeNull();
  await as(author).draft.save(saveOf(chapterId, 0));
  const { number } = await as(author).edition.publish({ chapterId, version: 1 });
  expect((await as(author).draft.get({ chapterId })).number).toBe(number);
});

test("blocks are replaced, moved and removed where they stand", async () => {
  const { author, chapterId } = await sitDown();
  const [first, second] = [paragraphOf("One."), paragraphOf("Two.")];
  const [blank] = contentOf(await as(author).draft.get({ chapterId }));
  const save = async (baseVersion: number, change: object) =>
    as(author).draft.save({ chapterId, journalId: randomUUID(), seq: 0, baseVersion, docVersion, ...change });
  const placed = [
    { after: null, block: first },
    { after: first.attrs.id, block: second },
  ];
  await save(0, { removed: [blank?.attrs.id], placed });
  await save(1, { placed: [{ after: null, block: paragraphOf("2.", second.attrs.id) }] });
  expect(contentOf(await as(author).draft.get({ chapterId }))).toEqual([paragraphOf("2.", second.attrs.id), first]);
});

test("a retry is the same save, with the same answer, also after others", async () => {
  const desk = await sitDown();
  const save = saveOf(desk.chapterId, 0);
  const twice = await Promise.all([1, 2, 3].map(() => as(desk.author).draft.save(save)));
  expect(new Set(twice.map((answer) => JSON.stringify(answer))).size).toBe(1);
  await write(desk, "More.");
  expect(await as(desk.author).draft.save(save)).toEqual(twice[0]);
  expect(await as(desk.author).draft.get({ chapterId: desk.chapterId })).toMatchObject({ version: 2, words: 5 });
});

test("other words under the name of a save are not called saved", async () => {
  const { author, chapterId } = await sitDown();
  const save = saveOf(chapterId, 0, "What arrived.");
  await as(author).draft.save(save);
  for (const other of [{ placed: saveOf(chapterId, 0, "What came later.").placed }, { title: "Later" }]) {
    const refused = { cause: { code: "DRAFT_CHANGED", params: { version: 1 } } };
    await expect(as(author).draft.save({ ...save, ...other })).rejects.toMatchObject(refused);
  }
});

test("the name of a save belongs to its chapter and its writer", async () => {
  const [desk, other] = [await sitDown(), await sitDown()];
  const save = saveOf(desk.chapterId, 0);
  await as(desk.author).draft.save(save);
  const elsewhere = { ...save, chapterId: other.chapterId };
  await expect(as(other.author).draft.save(elsewhere)).rejects.toMatchObject(refusal("CONFLICT"));
  const editor = await addToTeam(desk.story.id, ["read", "edit"]);
  await expect(as(editor).draft.save(save)).rejects.toMatchObject(refusal("CONFLICT"));
  expect(await as(other.author).draft.get({ chapterId: other.chapterId })).toMatchObject({ version: 0, words: 0 });
});

test("a name that is given to another chapter at this very moment is not given twice", async () => {
  const author = await make.person();
  const [desk, other] = [await sitDown(author), await sitDown(author)];
  const save = saveOf(desk.chapterId, 0);
  const owner = new Client({ connectionString: directUrl });
  await owner.connect();
  await owner.query("BEGIN");
  await owner.query(
    `INSERT INTO draft_change (journal_id, seq, chapter_id, base_version, version, words, change, at)
     VALUES ($1, 0, $2, 0, 1, 0, '{}', now())`,
    [save.journalId, other.chapterId],
  );
  const refused = expect(as(author).draft.save(save)).rejects.toMatchObject(refusal("CONFLICT"));
  await vi.waitFor(async () => {
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    expect((await owner.query(waiting)).rowCount).toBe(1);
  }, 10_000);
  await owner.query("COMMIT");
  await refused;
  await owner.end();
  expect(await as(author).draft.get({ chapterId: desk.chapterId })).toMatchObject({ version: 0 });
});

test("a save that met a newer draft changes nothing, is told which, and its words can be put together with that", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const base = documentOf(await as(author).draft.get({ chapterId }));
  await write(desk, "Theirs.");
  const save = saveOf(chapterId, 0, "Mine.");
  const refused = as(author).draft.save(save);
  await expect(refused).rejects.toMatchObject({ cause: { code: "DRAFT_CHANGED", params: { version: 1 } } });

  const theirs = documentOf(await as(author).draft.get({ chapterId }));
  expect(JSON.stringify(theirs)).not.toContain("Mine.");
  const mine = documentIn({ ...base, content: [...save.placed.map(({ block }) => block), ...base.content] });
  const { document: merged } = merge({ base, mine, theirs });
  await as(author).draft.save({ ...save, seq: 1, baseVersion: 1, ...changeBetween(theirs, merged) });
  expect(documentOf(await as(author).draft.get({ chapterId }))).toEqual(merged);
  for (const words of ["Mine.", "Theirs."]) expect(JSON.stringify(merged)).toContain(words);
});

test("of eight who save on one version at once, one does", async () => {
  const { author, chapterId } = await sitDown();
  const asked = Array.from({ length: 8 }, (_, n) => as(author).draft.save(saveOf(chapterId, 0, `Number ${n}.`)));
  const ended = await Promise.allSettled(asked);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const reasons = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(reasons).toMatchObject(reasons.map(() => refusal("DRAFT_CHANGED")));
  expect(await as(author).draft.get({ chapterId })).toMatchObject({ version: 1 });
});

test("drafts reach their team, each as far as their rights do", async () => {
  const { author, chapterId, story } = await sitDown();
  const [reader, editor, publisher] = await Promise.all(
    [["read"], ["read", "edit"], ["publish"]].map((rights) => addToTeam(story.id, rights)),
  );
  for (const stranger of [await make.person(), await make.person({}, ["administrator"])]) {
    await expect(as(stranger).draft.get({ chapterId })).rejects.toMatchObject(refusal("NOT_FOUND"));
    await expect(as(stranger).draft.save(saveOf(chapterId, 0))).rejects.toMatchObject(refusal("NOT_FOUND"));
  }
  if (!reader || !editor || !publisher) throw new Error("Three were added.");
  await expect(as(reader).draft.get({ chapterId })).resolves.toMatchObject({ version: 0 });
  await expect(as(reader).draft.save(saveOf(chapterId, 0))).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(as(publisher).draft.get({ chapterId })).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(as(editor).draft.save(saveOf(chapterId, 0))).resolves.toMatchObject({ version: 1 });
  expect(await as(author).draft.get({ chapterId })).toMatchObject({ version: 1 });
});

test("a chapter of 200,000 words is pasted, read and published", async () => {
  const { author, chapterId } = await sitDown();
  const { content } = longChapter(200_000);
  const placed = content.map((block, index) => ({ after: content[index - 1]?.attrs.id ?? null, block }));
  const save = { ...saveOf(chapterId, 0), placed };
  const saved = await as(author).draft.save(save);
  expect(saved.words).toBeGreaterThanOrEqual(200_000);
  expect(contentOf(await as(author).draft.get({ chapterId }))).toHaveLength(content.length + 1);
  await expect(as(author).edition.publish({ chapterId, version: 1 })).resolves.toMatchObject({ edition: 1 });
});

test("a save that is no document changes nothing, and says in sentences why", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await write(desk);
  const before = await as(author).draft.get({ chapterId });
  const deep = JSON.parse(`${'{"type":"blockquote","content":['.repeat(3000)}${"]}".repeat(3000)}`);
  for (const type of ["script", "doc", "__proto__", "\u0000", "\ud800"]) {
    const block = { ...paragraphOf("Words."), type, content: [deep], extra: "\u0000" };
    const refused = as(author).draft.save({
      ...saveOf(chapterId, 1),
      title: "Lost?",
      placed: [{ after: null, block }],
    });
    const issues = [{ path: "content.0", message: expect.stringMatching(/^[A-Z].*\.$/) }];
    await expect(refused).rejects.toMatchObject({ cause: { code: "INPUT_INVALID", issues } });
  }
  expect(await as(author).draft.get({ chapterId })).toEqual(before);
});

test("whoever types fast is not held back, whoever sends without end is", async () => {
  const author = as(await make.person(), { limits: createMemoryLimits({ now: () => 0 }) });
  // What is counted is what comes in, right or wrong.
  const save = () => author.draft.save(saveOf("no chapter", 0));
  for (let sent = 0; sent < 240; sent += 1) await expect(save()).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await expect(save()).rejects.toMatchObject(refusal("RATE_LIMITED"));
});

test("a chapter as long as a shelf is saved less often, whether there are words in it or not", async () => {
  const { author, chapterId } = await sitDown();
  const limits = createMemoryLimits({ now: () => 0 });
  const rest = 26;
  await limits.take({ name: "draft.weight", limit: 240, windowSeconds: 60 }, actorRef(author), 240 - rest);
  const me = as(author, { limits });
  await me.draft.save(saveOf(chapterId, 0, "… ".repeat((rest * 300_000) / 4)));
  await me.draft.save(saveOf(chapterId, 1));
  await expect(me.draft.save(saveOf(chapterId, 2))).rejects.toMatchObject(refusal("RATE_LIMITED"));
});

test("words are counted as blocks come, change and go", async () => {
  const { author, chapterId } = await sitDown();
  const [one, two] = [paragraphOf("One two three."), paragraphOf("Four five.")];
  const words = async (baseVersion: number, change: object) =>
    (await as(author).draft.save({ ...saveOf(chapterId, baseVersion), placed: [], ...change })).words;
  const placed = [one, two].map((block) => ({ after: null, block }));
  expect(await words(0, { placed })).toBe(5);
  expect(await words(1, { placed: [{ after: null, block: paragraphOf("One.", one.attrs.id) }] })).toBe(3);
  expect(await words(2, { placed: [{ after: one.attrs.id, block: two }] })).toBe(3);
  expect(await words(3, { removed: [two.attrs.id] })).toBe(1);
});

test("a page of another release saves nothing, and is told so", async () => {
  const { author, chapterId } = await sitDown();
  const refused = as(author).draft.save({ ...saveOf(chapterId, 0), docVersion: docVersion - 1 });
  await expect(refused).rejects.toMatchObject(refusal("PAGE_OUTDATED"));
  expect(await as(author).draft.get({ chapterId })).toMatchObject({ version: 0, words: 0 });
});

test("old changes lose their words and then go; a retry that comes later still saves nothing twice", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const saves = [0, 1, 2].map((version) => ({ ...saveOf(chapterId, version, `Night ${version}.`), seq: version }));
  for (const save of saves) await as(author).draft.save(save);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  for (const [version, days] of [
    [1, 31],
    [2, 3],
    [3, 1],
  ] as const)
    await db.draftChange.updateMany({ where: { chapterId, version }, data: { at: daysAgo(days) } });
  await thinChanges(ctxOf(make.system()));
  const left = await db.draftChange.findMany({ where: { chapterId }, orderBy: { version: "asc" } });
  expect(left.map(({ version, change }) => [version, JSON.stringify(change).includes("Night")])).toEqual([
    [2, false],
    [3, true],
  ]);
  const [forgotten, emptied] = saves;
  if (!forgotten || !emptied) throw new Error("Three were saved.");
  await expect(as(author).draft.save(forgotten)).rejects.toMatchObject(refusal("DRAFT_CHANGED"));
  expect(await as(author).draft.save(emptied)).toMatchObject({ version: 2 });
  expect(await as(author).draft.get({ chapterId })).toMatchObject({ version: 3 });
});

const documentOf = (draft: { document: unknown }) => documentIn(draft.document);
const contentOf = (draft: { document: unknown }) => documentOf(draft).content;

async function addToTeam(storyId: string, rights: string[]) {
  const member = await make.person();
  await db.collaborator.create({ data: { storyId, profileId: member.profileId, rights, joinedAt: new Date() } });
  return member;
}

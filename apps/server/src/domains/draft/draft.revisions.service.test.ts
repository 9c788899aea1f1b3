import { expect, test } from "vitest";
import { keepNow, publishNow, saveOf, sitDown, write } from "../../test/desk.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { join } from "../../test/press.ts";

const { db } = ctxOf(make.system());

const rest = (chapterId: string, minutes: number) =>
  db.draft.update({ where: { chapterId }, data: { updatedAt: new Date(Date.now() - minutes * 60_000) } });
const causesOf = async ({ author, chapterId }: { author: Parameters<typeof as>[0]; chapterId: string }) =>
  (await as(author).draft.revisions({ chapterId })).items.map(({ cause, version }) => [cause, version]);

test("whoever comes back after a pause finds what they had left", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const save = { ...saveOf(chapterId, 0, "Before."), title: "A" };
  await as(author).draft.save(save);
  await as(author).draft.save({ ...save, seq: 1, baseVersion: 1, placed: [], title: "B" });
  expect(await causesOf(desk)).toEqual([]);
  await rest(chapterId, 6);
  const again = {
    ...save,
    seq: 2,
    baseVersion: 2,
    removed: save.placed.map(({ block }) => block.attrs.id),
    placed: [],
  };
  const { queries } = await countQueries(() => as(author).draft.save(again));
  expect(queries).toBeLessThanOrEqual(10);
  expect(await causesOf(desk)).toEqual([["pause", 2]]);
  const revisionId = (await as(author).draft.revisions({ chapterId })).items[0]?.id ?? "";
  const { queries: read, result } = await countQueries(() => as(author).draft.revision({ chapterId, revisionId }));
  expect(read).toBeLessThanOrEqual(2);
  expect(result).toMatchObject({ title: "B", words: 1, document: { content: [save.placed[0]?.block, {}] } });
});

test("another device that takes over leaves what the first one wrote", async () => {
  const desk = await sitDown();
  await write(desk, "On the phone.");
  await write(desk, "At the desk.");
  await write(desk, "On the phone again.");
  expect(await causesOf(desk)).toEqual([["device", 1]]);
});

test("what stood there before two versions were put together is kept", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await write(desk, "Theirs.");
  await as(author).draft.save({ ...saveOf(chapterId, 1, "Mine."), isMerge: true });
  await as(author).draft.save({ ...saveOf(chapterId, 2, "Again."), isMerge: true });
  expect(await causesOf(desk)).toEqual([["merge", 1]]);
});

test("what is published is kept with its edition, and asked for twice it is one", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await publishNow(desk);
  const kept = { chapterId, version: 1, name: "The first night" };
  expect(await as(author).draft.keep(kept)).toEqual(await as(author).draft.keep(kept));
  const { items } = await as(author).draft.revisions({ chapterId });
  const handle = (await db.profile.findUniqueOrThrow({ where: { id: author.profileId } })).handle;
  expect(items).toMatchObject([{ cause: "published", edition: 1, name: "The first night", by: { handle } }]);
});

test("the list is read in pages, in few statements", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  for (const _time of [1, 2, 3]) await as(author).draft.keep({ chapterId, version: await write(desk) });
  const { queries, result: first } = await countQueries(() => as(author).draft.revisions({ chapterId, limit: 2 }));
  expect(queries).toBeLessThanOrEqual(2);
  const cursor = first.nextCursor ?? "";
  const last = await as(author).draft.revisions({ chapterId, limit: 2, cursor });
  expect([...first.items, ...last.items].map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(last.nextCursor).toBeNull();
});

test("two save points are compared by words, and one with the draft as it is", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const save = saveOf(chapterId, 0, "The lantern went out.");
  await as(author).draft.save(save);
  const { id: from } = await as(author).draft.keep({ chapterId, version: 1 });
  const [placed] = save.placed;
  const block = { ...placed?.block, content: [{ type: "text", text: "The lamp went out." }] };
  await as(author).draft.save({
    ...save,
    seq: 1,
    baseVersion: 1,
    title: "Lamps",
    placed: [{ ...placed, block }] as never,
  });
  const { queries, result } = await countQueries(() => as(author).draft.compare({ chapterId, from, to: null }));
  expect(queries).toBeLessThanOrEqual(4);
  expect(result.words).toEqual({ before: 4, after: 4 });
  expect(result.title.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  expect(result.blocks).toMatchObject([
    { kind: "changed", runs: [{ text: "The" }, { kind: "removed" }, { kind: "added", text: " lamp" }, {}] },
    { kind: "same", blocks: 1 },
  ]);
  expect((await as(author).draft.compare({ chapterId, from, to: from })).blocks).toEqual([{ kind: "same", blocks: 2 }]);
});

test("what is brought back replaces nothing for good", async () => {
  const { author, desk, chapterId, revisionId } = await keptDesk();
  const version = await write(desk, "Later.");
  const { queries, result } = await countQueries(() => as(author).draft.restore({ chapterId, revisionId, version }));
  expect(queries).toBeLessThanOrEqual(18);
  expect(result).toMatchObject({ version: 3, words: 4, hasUnpublishedChanges: true });
  expect(await as(author).draft.get({ chapterId })).toEqual(result);
  expect(await causesOf(desk)).toEqual([
    ["restored", 3],
    ["replaced", 2],
    ["kept", 1],
  ]);
});

test("over what its author has not seen nothing is brought back, and nothing from elsewhere", async () => {
  const { author, desk, chapterId, revisionId } = await keptDesk();
  await write(desk, "Later.");
  const stale = as(author).draft.restore({ chapterId, revisionId, version: 1 });
  await expect(stale).rejects.toMatchObject(refusal("DRAFT_CHANGED"));
  await expect(as(author).draft.keep({ chapterId, version: 1 })).rejects.toMatchObject(refusal("DRAFT_CHANGED"));
  const other = await keepNow(author);
  const gone = refusal("NOT_FOUND");
  const elsewhere = { chapterId: other.chapterId, revisionId };
  await expect(as(author).draft.revision(elsewhere)).rejects.toMatchObject(gone);
  await expect(as(author).draft.restore({ ...elsewhere, version: 1 })).rejects.toMatchObject(gone);
  const compared = as(author).draft.compare({ chapterId, from: revisionId, to: other.revisionId });
  await expect(compared).rejects.toMatchObject(gone);
});

test("whoever may read drafts sees their save points, and makes none", async () => {
  const { desk, chapterId, revisionId } = await keptDesk();
  const reader = await make.person();
  await join(desk.story.id, reader, ["read"]);
  expect((await as(reader).draft.revisions({ chapterId })).items).toHaveLength(1);
  expect(await as(reader).draft.compare({ chapterId, from: revisionId, to: null })).toBeDefined();
  const refused = refusal("FORBIDDEN");
  await expect(as(reader).draft.keep({ chapterId, version: 1 })).rejects.toMatchObject(refused);
  await expect(as(reader).draft.restore({ chapterId, revisionId, version: 1 })).rejects.toMatchObject(refused);
});

async function keptDesk() {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const version = await write(desk);
  const { id: revisionId } = await as(author).draft.keep({ chapterId, version });
  return { author, desk, chapterId, revisionId };
}

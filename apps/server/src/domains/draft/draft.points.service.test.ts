import { expect, test } from "vitest";
import { publishNow, sitDown, write } from "../../test/desk.ts";
import { as, ctxOf, make, runJob } from "../../test/harness.ts";

const { db } = ctxOf(make.system());
const day = 24 * 60 * 60_000;

test("of an old day the last save point stays, and the blocks that only the others had go", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const causes = ["pause", "pause", "device", "kept"] as const;
  for (const [index, cause] of causes.entries()) {
    const version = await write(desk, `Night ${index}.`);
    await as(author).draft.keep({ chapterId, version });
    const noon = Math.floor(Date.now() / day) * day - 20 * day + day / 2 + index * 1000;
    await db.revision.updateMany({ where: { chapterId, version }, data: { cause, at: new Date(noon) } });
  }
  await db.draft.updateMany({ where: { chapterId }, data: { title: "Kept" } });
  await runJob("draft.thinPoints");
  const left = await db.revision.findMany({ where: { chapterId }, orderBy: { version: "asc" } });
  expect(left.map(({ cause, version }) => [cause, version])).toEqual([
    ["device", 3],
    ["kept", 4],
  ]);
  const blocks = await db.block.findMany({ where: { chapterId }, select: { hash: true } });
  expect(new Set(blocks.map(({ hash }) => hash))).toEqual(new Set(left.flatMap(({ blocks: held }) => held)));
  for (const { id: revisionId, words } of left)
    expect((await as(author).draft.revision({ chapterId, revisionId })).words).toBe(words);
});

test("what was published or named is never thinned", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await publishNow(desk);
  await publishNow(desk);
  await as(author).draft.keep({ chapterId, version: await write(desk), name: "Before the storm" });
  await db.revision.updateMany({ where: { chapterId }, data: { at: new Date(Date.now() - 400 * day) } });
  await runJob("draft.thinPoints");
  expect(await db.revision.count({ where: { chapterId } })).toBe(3);
});

test("the same words are kept once", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  for (const _time of [1, 2, 3]) await as(author).draft.keep({ chapterId, version: await write(desk, "Again.") });
  const points = await db.revision.findMany({ where: { chapterId }, orderBy: { version: "asc" } });
  expect(points.map(({ blocks }) => blocks.length)).toEqual([2, 3, 4]);
  // The empty one that a draft begins with, and three paragraphs with ids of their own.
  expect(await db.block.count({ where: { chapterId } })).toBe(4);
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { transact } from "../../kernel/transact.ts";
import { as, countQueries, ctxOf, make, refusal, runJob } from "../../test/harness.ts";
import { bind, shelve, unbind } from "../../test/library.ts";
import { untilSomebodyWaits } from "../../test/waiting.ts";
import { lockForPublishing } from "../story/story.rights.service.ts";

const { db } = ctxOf(make.system());
const openChapter = async (rating: "everyone" | "mature" = "everyone") => {
  const story = await shelve(await make.person(), { rating });
  return { story, chapterId: await bind(story) };
};
const countsOf = async (chapterId: string) => {
  const select = { applauseCount: true, story: { select: { applauseCount: true } }, applauseDeltas: true };
  const { applauseCount, story, applauseDeltas } = await db.chapter.findUniqueOrThrow({
    where: { id: chapterId },
    select,
  });
  return { chapter: applauseCount, story: story.applauseCount, unfolded: applauseDeltas.length };
};

test("applause is in the answer at once, and in the counters when it is folded", async () => {
  const { chapterId } = await openChapter();
  const [first, second] = [await make.person(), await make.person()];
  const clap = (who: typeof first, hasApplauded: boolean) => as(who).social.applaud({ chapterId, hasApplauded });
  const { queries, result } = await countQueries(() => clap(first, true));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result).toEqual({ hasApplauded: true, applauseCount: 1 });
  expect(await clap(first, true)).toEqual(result);
  expect(await clap(second, true)).toEqual({ hasApplauded: true, applauseCount: 2 });
  expect(await countsOf(chapterId)).toEqual({ chapter: 0, story: 0, unfolded: 2 });
  for (const _ of [1, 2]) {
    await runJob("social.foldApplause", { chapterId });
    expect(await countsOf(chapterId)).toEqual({ chapter: 2, story: 2, unfolded: 0 });
  }
  expect(await clap(first, false)).toEqual({ hasApplauded: false, applauseCount: 1 });
  expect(await clap(first, false)).toEqual({ hasApplauded: false, applauseCount: 1 });
  await runJob("social.foldApplause", { chapterId });
  expect(await countsOf(chapterId)).toEqual({ chapter: 1, story: 1, unfolded: 0 });
});

test("many acts are one fold", async () => {
  const { chapterId } = await openChapter();
  const people = await Promise.all(Array.from({ length: 6 }, () => make.person()));
  await Promise.all(people.map((one) => as(one).social.applaud({ chapterId, hasApplauded: true })));
  const jobs = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`applause:${chapterId}:%`}`;
  expect(jobs.length).toBeGreaterThan(0);
  expect(jobs.length).toBeLessThan(people.length);
});

test("a person applauds once, with whichever face", async () => {
  const [{ chapterId }, reader] = [await openChapter(), await make.person()];
  const other = await as(reader).profile.create({ handle: `f_${randomUUID().slice(0, 8)}`, displayName: "Face" });
  const { social } = as({ ...reader, profileId: other.id });
  await as(reader).social.applaud({ chapterId, hasApplauded: true });
  expect(await social.applaud({ chapterId, hasApplauded: true })).toMatchObject({ applauseCount: 1 });
  expect(await social.applaud({ chapterId, hasApplauded: false })).toMatchObject({ applauseCount: 0 });
});

test("nobody applauds themselves, nor what they may not see", async () => {
  const [{ chapterId, story }, mature, reader] = [
    await openChapter(),
    await openChapter("mature"),
    await make.person(),
  ];
  const clap = (who: typeof reader, id: string) => as(who).social.applaud({ chapterId: id, hasApplauded: true });
  await expect(clap(story.author, chapterId)).rejects.toMatchObject(refusal("YOUR_OWN"));
  await expect(clap(reader, mature.chapterId)).rejects.toMatchObject(refusal("MATURE_HIDDEN"));
  await unbind(chapterId);
  await expect(clap(reader, chapterId)).rejects.toMatchObject(refusal("NOT_FOUND"));
  const unknown = chapterId.replace(/.{12}$/, "000000000000");
  await expect(clap(reader, unknown)).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect((await countsOf(chapterId)).unfolded).toBe(0);
});

test("a fold waits for whoever publishes, and holds nothing that they need", async () => {
  const { chapterId } = await openChapter();
  await as(await make.person()).social.applaud({ chapterId, hasApplauded: true });
  let folding: Promise<void> | undefined;
  await transact(ctxOf(make.system()), async (tx) => {
    await lockForPublishing(tx, chapterId);
    folding = runJob("social.foldApplause", { chapterId });
    await untilSomebodyWaits();
    return tx.db.$executeRaw`SELECT FROM chapter WHERE id = ${chapterId}::uuid FOR UPDATE NOWAIT`;
  });
  await folding;
  expect(await countsOf(chapterId)).toEqual({ chapter: 1, story: 1, unfolded: 0 });
});

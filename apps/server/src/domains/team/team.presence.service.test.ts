import { expect, test } from "vitest";
import { createLocalPresence } from "../../kernel/presence.ts";
import { saveOf, sitDown } from "../../test/desk.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { enlist } from "../../test/team.ts";

const heard = (names: readonly string[]) => {
  const all: string[] = [];
  for (const name of names) ctxOf(make.system()).live.listen(name, () => void all.push(name));
  return all;
};
async function open() {
  const { author, story, chapterId } = await sitDown();
  const place = { storyId: story.id, chapterId };
  return { author, story, chapterId, place, mara: await enlist(story, await make.person()) };
}

test("who works on a story sees who else is where, and nobody else does", async () => {
  const { author, story, chapterId, place, mara } = await open();
  const alone = await countQueries(() => as(author).team.here(place));
  expect(alone.queries).toBeLessThanOrEqual(2);
  expect(alone.result).toEqual({ version: 0, rights: expect.arrayContaining(["lead", "edit"]), others: [] });
  const two = await countQueries(() => as(mara).team.here(place));
  expect(two.queries).toBeLessThanOrEqual(5);
  const at = { storyId: story.id, chapter: { id: chapterId, number: null, title: "The Harbour" } };
  expect(two.result.others).toMatchObject([{ ...at, face: { id: author.profileId } }]);
  const ask = (who: typeof author) => as(who).team.present({ storyIds: [story.id] });
  const { queries, result } = await countQueries(() => ask(author));
  expect(queries).toBeLessThanOrEqual(2);
  expect(result.items).toMatchObject([{ ...at, face: { id: mara.profileId } }]);
  expect(await ask(await make.person())).toEqual({ items: [] });
});

test("whoever has no right to the chapter is nowhere, and neither is whoever was sent away", async () => {
  const { author, story, place, mara } = await open();
  const stranger = await make.person();
  await expect(as(stranger).team.here(place)).rejects.toMatchObject(refusal("NOT_FOUND"));
  const elsewhere = await sitDown(author);
  await expect(as(author).team.here({ ...place, storyId: elsewhere.story.id })).rejects.toMatchObject(
    refusal("NOT_FOUND"),
  );
  await as(mara).team.here(place);
  const hints = heard([`desk:${mara.profileId}`]);
  await as(author).team.remove({ storyId: story.id, profileId: mara.profileId });
  expect(hints).toHaveLength(1);
  expect((await as(author).team.present({ storyIds: [story.id] })).items).toEqual([]);
  await expect(as(mara).team.here(place)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await as(author).draft.save(saveOf(place.chapterId, 0));
  expect(hints).toHaveLength(1);
});

test("a face that blocked the asker, or was blocked by them, is not shown", async () => {
  const { story, place, mara } = await open();
  const other = await enlist(story, await make.person(), "reader");
  await as(mara).team.here(place);
  await as(other).reach.block({ profileId: mara.profileId, isBlocked: true });
  for (const [who, count] of [
    [story.author, 1],
    [other, 0],
  ] as const)
    expect((await as(who).team.present({ storyIds: [story.id] })).items).toHaveLength(count);
  await as(other).team.here(place);
  expect((await as(mara).team.present({ storyIds: [story.id] })).items).toEqual([]);
});

test("whoever does not want to be seen is nowhere, and nobody is told that somebody came; they see the others", async () => {
  const { author, story, place, mara } = await open();
  await as(author).team.here(place);
  await as(mara).profile.update({ id: mara.profileId, isPresenceShown: false });
  const hints = heard([`desk:${author.profileId}`]);
  expect((await as(mara).team.here(place)).others).toMatchObject([{ face: { id: author.profileId } }]);
  expect(hints).toEqual([]);
  expect((await as(author).team.here(place)).others).toEqual([]);
  expect((await as(author).team.present({ storyIds: [story.id] })).items).toEqual([]);
  await as(author).draft.save(saveOf(place.chapterId, 0));
  expect((await as(mara).team.here(place)).version).toBe(1);
  await as(mara).profile.update({ id: mara.profileId, isPresenceShown: true });
  expect((await as(author).team.here(place)).others).toMatchObject([{ face: { id: mara.profileId } }]);
});

test("a save is told at once to whoever has the chapter open, and to nobody else", async () => {
  const { author, place, mara, story } = await open();
  const reader = await enlist(story, await make.person(), "reader");
  const save = saveOf(place.chapterId, 0);
  await as(author).team.here({ ...place, journalId: save.journalId });
  await as(mara).team.here(place);
  const { profileId } = author;
  const hints = heard([mara, reader, author].map((one) => `desk:${one.profileId}`));
  await as(author).draft.save(save);
  expect(hints).toEqual([`desk:${mara.profileId}`]);
  await as(reader).team.here(place);
  expect(hints.slice(1).toSorted()).toEqual([`desk:${mara.profileId}`, `desk:${profileId}`].toSorted());
  expect((await as(reader).team.here(place)).version).toBe(1);
});

test("another page of one's own hears of a save at once, is nobody else, and is gone with its owner", async () => {
  const { author, story, place, mara } = await open();
  const save = saveOf(place.chapterId, 0);
  await as(mara).team.here({ ...place, journalId: save.journalId });
  await as(mara).team.here({ ...place, journalId: crypto.randomUUID() });
  const { profileId } = mara;
  const hints = heard([`desk:${profileId}`]);
  await as(mara).draft.save(save);
  expect(hints).toHaveLength(1);
  expect((await as(mara).team.here({ ...place, journalId: save.journalId })).others).toEqual([]);
  expect((await as(author).team.present({ storyIds: [story.id] })).items).toHaveLength(1);
  await as(author).team.remove({ storyId: story.id, profileId });
  await as(author).draft.save(saveOf(place.chapterId, 1));
  expect(hints).toHaveLength(2);
});

test("where presence cannot be told, all goes on without it", async () => {
  const { author, place } = await open();
  const away = {
    ...createLocalPresence(),
    enter: async () => false,
    list: async () => new Map<string, string>(),
  };
  expect(await as(author, { presence: away }).team.here(place)).toMatchObject({ version: 0, others: [] });
  expect(await as(author, { presence: away }).draft.save(saveOf(place.chapterId, 0))).toMatchObject({ version: 1 });
});

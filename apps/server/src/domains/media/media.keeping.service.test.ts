import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { daysAfter } from "../../kernel/days.ts";
import { sitDown } from "../../test/desk.ts";
import { as, countQueries, ctxOf, make, runJob } from "../../test/harness.ts";
import { hang, pin, sendPicture } from "../../test/pictures.ts";
import { removeForgotten } from "./media.keeping.service.ts";

const system = ctxOf(make.system());
const { db } = system;
const administrator = await make.person({}, ["administrator"]);
const isThere = async (id: string) => (await db.media.count({ where: { id } })) === 1;

/** A month later, as far as pictures go. */
const age = () => db.media.updateMany({ data: { madeAt: new Date(0), keptUntil: new Date(1) } });

test("what nobody put anywhere goes after a month, with its bytes; what is young stays", async () => {
  const [old, young] = [await sendPicture(await make.person()), await sendPicture(await make.person())];
  const aged = { madeAt: new Date(0), keptUntil: new Date(1) };
  await db.media.update({ where: { id: old.id }, data: aged });
  await runJob("media.removeForgotten");
  expect([await isThere(old.id), await isThere(young.id)]).toEqual([false, true]);
  expect(await db.mediaRendition.count({ where: { mediaId: old.id } })).toBe(0);
  const { keptUntil } = await db.media.findUniqueOrThrow({ where: { id: young.id } });
  expect(keptUntil.getTime()).toBeGreaterThan(daysAfter(new Date(), 29).getTime());
});

const namings: [string, (author: Member) => Promise<{ id: string; forget(): Promise<unknown> }>][] = [
  [
    "a draft",
    async (author) => {
      const desk = await sitDown(author);
      const { id, ...size } = await sendPicture(author);
      await pin(desk, { id, ...size });
      const { chapterId } = desk;
      return { id, forget: () => empty(chapterId) };
    },
  ],
  [
    "a save point",
    async (author) => {
      const desk = await sitDown(author);
      const picture = await sendPicture(author);
      const { chapterId } = desk;
      await as(author).draft.keep({ chapterId, version: await pin(desk, picture) });
      await empty(chapterId);
      return { id: picture.id, forget: () => db.block.deleteMany({ where: { chapterId } }) };
    },
  ],
  [
    "a change that was sent",
    async (author) => {
      const desk = await sitDown(author);
      const picture = await sendPicture(author);
      const { chapterId } = desk;
      await pin(desk, picture);
      await db.draft.update({ where: { chapterId }, data: { document: {} } });
      return { id: picture.id, forget: () => empty(chapterId) };
    },
  ],
  [
    "an edition",
    async (author) => {
      const { picture, chapterId } = await hang(author);
      await empty(chapterId);
      await db.block.deleteMany({ where: { chapterId } });
      const erase = { chapterId, edition: 1, purpose: "test:erasure" };
      return {
        id: picture.id,
        forget: async () => {
          await as(author).edition.unpublish({ chapterId });
          await as(administrator).edition.erase(erase);
        },
      };
    },
  ],
];

test.each(namings)("what %s names stays, and goes when nothing does", async (_, name) => {
  const { id, forget } = await name(await make.person());
  await age();
  await runJob("media.removeForgotten");
  expect(await isThere(id)).toBe(true);
  await runJob("media.removeForgotten");
  await forget();
  await age();
  await runJob("media.removeForgotten");
  expect(await isThere(id)).toBe(false);
});

test("however many are due go in small steps, and all of them", async () => {
  const { author } = await sitDown();
  const ids = [];
  for (const _ of [1, 2, 3]) ids.push((await sendPicture(author)).id);
  await db.media.updateMany({ where: { id: { notIn: ids } }, data: { keptUntil: daysAfter(new Date(), 9) } });
  await db.media.updateMany({ where: { id: { in: ids } }, data: { madeAt: new Date(0), keptUntil: new Date(1) } });
  expect((await countQueries(() => removeForgotten(system, 2))).queries).toBe(2);
  expect(await db.media.count({ where: { id: { in: ids } } })).toBe(0);
});

/** Neither the draft nor what was sent for it says anything any more. */
async function empty(chapterId: string): Promise<void> {
  await db.draft.update({ where: { chapterId }, data: { document: {} } });
  await db.draftChange.deleteMany({ where: { chapterId } });
}

import { randomUUID } from "node:crypto";
import { docVersion } from "@muejam/prose/document";
import { expect, test } from "vitest";
import { paragraphOf, publishNow, saveOf, sitDown, write } from "../../test/desk.ts";
import { as, countQueries, ctxOf, eventsAbout, make, refusal } from "../../test/harness.ts";

const { db } = ctxOf(make.system());
const administrator = await make.person({}, ["administrator"]);

test("what is published is what its author saw, rendered once, in few statements", async () => {
  const desk = await sitDown();
  const { author, chapterId, story } = desk;
  const version = await write(desk, "The <lantern> went out.");
  const { queries, result } = await countQueries(() => as(author).edition.publish({ chapterId, version }));
  expect(queries).toBeLessThanOrEqual(17);
  expect(result).toMatchObject({ chapterId, path: `/s/the-lantern-${story.ref}/1-the-harbour`, number: 1, edition: 1 });

  const edition = await db.edition.findFirstOrThrow({ where: { chapterId }, include: { content: true } });
  expect(edition).toMatchObject({ seq: 1, words: 4, hash: result.hash, prevHash: null, isMinor: false });
  expect(edition.content?.html).toMatch(/^<p id="b-[a-z0-9]{10}">The &lt;lantern&gt; went out\.<\/p>/);
  expect(edition.content?.text).toMatch(/^The <lantern> went out\./);
  expect(await db.chapter.findUnique({ where: { id: chapterId } })).toMatchObject({
    state: "published",
    number: 1,
    currentEditionId: edition.id,
  });
  expect(await as(author).draft.get({ chapterId })).toMatchObject({ state: "published", hasUnpublishedChanges: false });
  const ids = { chapterId, storyId: story.id, editionId: edition.id };
  expect(await eventsAbout(edition.id)).toEqual([
    { name: "edition.published", data: { ...ids, isFirst: true, isMinor: false } },
  ]);
  expect(await db.auditEntry.findMany({ where: { subject: `chapter:${chapterId}` } })).toMatchObject([
    { act: "edition.published", detail: { editionId: edition.id, hash: result.hash } },
  ]);
});

test("each edition of a story stands on the one before, whichever chapter that was of", async () => {
  const desk = await sitDown();
  const other = await sitDown(desk.author, desk.story);
  const [first, second] = [await publishNow(desk), await publishNow(other)];
  const third = await as(desk.author).edition.publish({
    chapterId: desk.chapterId,
    version: await write(desk, "More."),
    isMinor: true,
  });
  expect([first, second, third].map(({ number, edition }) => [number, edition])).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
  ]);
  const chain = await db.edition.findMany({ where: { storyId: desk.story.id }, orderBy: { seq: "asc" } });
  expect(chain.map(({ prevHash }) => prevHash)).toEqual([null, first.hash, second.hash]);
  expect((await eventsAbout(chain[2]?.id ?? "")).map(({ data }) => data)).toMatchObject([
    { isFirst: false, isMinor: true },
  ]);
  expect(await db.story.findUnique({ where: { id: desk.story.id } })).toMatchObject({ chapterCount: 2, wordCount: 9 });
});

test("a chapter that came out quietly is told of with its first edition that is no correction, and once", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  for (const isMinor of [true, true, false, false])
    await as(author).edition.publish({ chapterId, version: await write(desk), isMinor });
  const editions = await db.edition.findMany({ where: { chapterId }, orderBy: { number: "asc" } });
  const told = await Promise.all(editions.map(async ({ id }) => (await eventsAbout(id)).map(({ data }) => data)));
  expect(told.flat()).toMatchObject([
    { isFirst: true, isMinor: true },
    { isFirst: true, isMinor: true },
    { isFirst: true, isMinor: false },
    { isFirst: false, isMinor: false },
  ]);
});

test("what nobody could read is not published", async () => {
  const { author, chapterId } = await sitDown();
  const save = async (change: object) => {
    const { version } = await as(author).draft.get({ chapterId });
    return (
      await as(author).draft.save({
        chapterId,
        journalId: randomUUID(),
        seq: 0,
        baseVersion: version,
        docVersion,
        ...change,
      })
    ).version;
  };
  const publish = async (version: number) => as(author).edition.publish({ chapterId, version });
  await expect(publish(0)).rejects.toMatchObject(refusal("CHAPTER_EMPTY"));
  const untitled = publish(await save({ title: "", placed: [{ after: null, block: paragraphOf("Words.") }] }));
  await expect(untitled).rejects.toMatchObject({ cause: { code: "CHAPTER_UNTITLED", issues: [{ path: "title" }] } });
  const picture = { ...paragraphOf("A caption."), type: "figure" };
  const attrs = { ...picture.attrs, media: "none", alt: "A lamp", width: null, height: null };
  const pictured = publish(await save({ title: "Lamps", placed: [{ after: null, block: { ...picture, attrs } }] }));
  await expect(pictured).rejects.toMatchObject({ cause: { code: "MEDIA_UNKNOWN", issues: [{ path: attrs.id }] } });
  const silent = publish(
    await save({ placed: [{ after: null, block: { ...picture, attrs: { ...attrs, alt: null } } }] }),
  );
  await expect(silent).rejects.toMatchObject({ cause: { code: "MEDIA_UNDESCRIBED", issues: [{ path: attrs.id }] } });
  await expect(publish(await save({ removed: [attrs.id] }))).resolves.toMatchObject({ number: 1 });
  expect(await db.edition.count({ where: { chapterId } })).toBe(1);
});

test("what its author has not seen is not published, and the same words are no news", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await publishNow(desk);
  const again = as(author).edition.publish({ chapterId, version: 1 });
  await expect(again).rejects.toMatchObject(refusal("EDITION_UNCHANGED"));
  const seen = await as(author).draft.get({ chapterId });
  await write(desk, "Not seen yet.");
  const stale = as(author).edition.publish({ chapterId, version: seen.version });
  await expect(stale).rejects.toMatchObject({ cause: { code: "DRAFT_CHANGED", params: { version: 2 } } });
});

test("words that were put in and taken out again are no news either", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  await publishNow(desk);
  const save = { ...saveOf(chapterId, 1), seq: 1 };
  await as(author).draft.save(save);
  const removed = save.placed.map(({ block }) => block.attrs.id);
  const { version } = await as(author).draft.save({ ...save, placed: [], removed, seq: 2, baseVersion: 2 });
  const publish = as(author).edition.publish({ chapterId, version });
  await expect(publish).rejects.toMatchObject(refusal("EDITION_UNCHANGED"));
});

test("two who publish at once make one edition, or two that stand on each other", async () => {
  const desk = await sitDown();
  const other = await sitDown(desk.author, desk.story);
  const [version, otherVersion] = [await write(desk), await write(other)];
  const publish = (chapterId: string, seen: number) => as(desk.author).edition.publish({ chapterId, version: seen });
  const ended = await Promise.allSettled([
    publish(desk.chapterId, version),
    publish(desk.chapterId, version),
    publish(other.chapterId, otherVersion),
  ]);
  expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(ended.find(({ status }) => status === "rejected")).toMatchObject({ reason: refusal("EDITION_UNCHANGED") });
  const chain = await db.edition.findMany({ where: { storyId: desk.story.id }, orderBy: { seq: "asc" } });
  expect(chain.map(({ seq, prevHash }) => [seq, prevHash])).toEqual([
    [1, null],
    [2, chain[0]?.hash],
  ]);
});

test("whoever saves while it is published, either came first and is seen, or is not in it", async () => {
  const desk = await sitDown();
  const { author, chapterId } = desk;
  const version = await write(desk, "First.");
  const [published, saved] = await Promise.allSettled([
    as(author).edition.publish({ chapterId, version }),
    as(author).draft.save(saveOf(chapterId, version, "Second.")),
  ]);
  expect(saved.status).toBe("fulfilled");
  const texts = await db.editionContent.findMany({ where: { edition: { chapterId } }, select: { text: true } });
  expect(texts.map(({ text }) => text.trim())).toEqual(published.status === "fulfilled" ? ["First."] : []);
});

test("a repeat under the same key publishes once", async () => {
  const desk = await sitDown();
  const input = { chapterId: desk.chapterId, version: await write(desk) };
  const idempotencyKey = randomUUID();
  const publish = () => as(desk.author, { idempotencyKey }).edition.publish(input);
  const answers = await Promise.all([publish(), publish(), publish()]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.edition.count({ where: { chapterId: desk.chapterId } })).toBe(1);
});

test("only its team publishes, those of them who may, with a proven address", async () => {
  const desk = await sitDown();
  const { chapterId, story } = desk;
  const version = await write(desk);
  const stranger = await make.person();
  const editor = await make.person();
  const { profileId } = editor;
  await db.collaborator.create({ data: { storyId: story.id, profileId, rights: ["edit"], joinedAt: new Date() } });
  const unproven = { ...desk.author, isEmailVerified: false };
  for (const [who, code] of [
    [stranger, "NOT_FOUND"],
    [editor, "FORBIDDEN"],
    [unproven, "EMAIL_UNVERIFIED"],
  ] as const)
    await expect(as(who).edition.publish({ chapterId, version })).rejects.toMatchObject(refusal(code));
  await publishNow(desk);
  for (const [who, code] of [
    [stranger, "NOT_FOUND"],
    [editor, "FORBIDDEN"],
  ] as const)
    await expect(as(who).edition.unpublish({ chapterId })).rejects.toMatchObject(refusal(code));
});

test("what was taken back can be published again under its old number, unchanged too", async () => {
  const desk = await sitDown();
  const { author, chapterId, story } = desk;
  await publishNow(desk);
  const { queries } = await countQueries(() => as(author).edition.unpublish({ chapterId }));
  expect(queries).toBeLessThanOrEqual(10);
  await as(author).edition.unpublish({ chapterId });
  const events = await eventsAbout(chapterId);
  expect(events.map(({ name }) => name)).toEqual(["edition.published", "edition.unpublished"]);
  expect(events[1]?.data).toEqual({ chapterId, storyId: story.id });
  expect(await db.story.findUnique({ where: { id: story.id } })).toMatchObject({ chapterCount: 0, wordCount: 0 });
  expect(await db.auditEntry.count({ where: { subject: `chapter:${chapterId}` } })).toBe(2);
  const again = await as(author).edition.publish({ chapterId, version: 1 });
  expect(again).toMatchObject({ number: 1, edition: 2 });
});

test("an administrator erases what is not shown, once, in person, and is audited", async () => {
  const desk = await sitDown();
  const { chapterId } = desk;
  const { hash } = await publishNow(desk, "Somebody's address.");
  const input = { chapterId, edition: 1, purpose: "law:erasure" };
  const erase = () => as(administrator).edition.erase(input);
  await expect(erase()).rejects.toMatchObject(refusal("CONFLICT"));
  await publishNow(desk, "Nothing of the kind.");
  await expect(as(desk.author).edition.erase(input)).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(as(administrator).edition.erase({ ...input, edition: 9 })).rejects.toMatchObject(refusal("NOT_FOUND"));

  const { queries, result } = await countQueries(erase);
  expect(queries).toBeLessThanOrEqual(6);
  expect(result).toEqual({ hash });
  expect(await erase()).toEqual({ hash });
  const [edition] = await db.edition.findMany({
    where: { chapterId, number: 1 },
    include: { content: true, erasure: true },
  });
  expect(edition).toMatchObject({ hash, content: null, erasure: { purpose: "law:erasure" } });
  const audited = await db.auditEntry.findMany({ where: { subject: `edition:${edition?.id}` } });
  expect(audited).toMatchObject([{ act: "edition.erased", purpose: "law:erasure", detail: { number: 1, hash } }]);
});

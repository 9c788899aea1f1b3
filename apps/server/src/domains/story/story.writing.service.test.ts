import { randomUUID } from "node:crypto";
import type { StoryInput } from "@muejam/contracts/story";
import { expect, test } from "vitest";
import { timedId } from "../../kernel/ids.ts";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { begin, join, publishStory } from "../../test/press.ts";
import { insertStory } from "./story.writing.repo.ts";

const { db } = ctxOf(make.system());
const newId = () => timedId(new Date());
const whole: StoryInput = {
  title: "The Lantern",
  tagline: "A light, kept",
  blurb: "She keeps it.\nNobody asks why.",
  language: "en-GB",
  rating: "teen",
  status: "ongoing",
  notices: ["death", "violence"],
  genres: ["mystery", "literary"],
  tags: ["Slow Burn", "slow  burn", "Lighthouses"],
  licence: "",
  isAiReserved: true,
  whispersFrom: "followers",
};
const kept = { ...whole, tags: ["Slow Burn", "Lighthouses"] };

test("a story is begun with all that was said of it, and only its author knows", async () => {
  const author = await make.person();
  const id = newId();
  const { queries, result } = await countQueries(() => as(author).story.create({ ...whole, id }));
  expect(queries).toBeLessThanOrEqual(13);
  expect(result).toMatchObject({ ...kept, id, chapterCount: 0, wordCount: 0, lastPublishedAt: null });
  expect(result.ref).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(result.author.id).toBe(author.profileId);
  await expect(as(make.visitor()).story.byRef({ ref: result.ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  const team = await db.collaborator.findMany({ where: { storyId: id } });
  expect(team).toMatchObject([{ profileId: author.profileId, rights: expect.arrayContaining(["lead", "publish"]) }]);
});

test("a retry finds the story that was begun, however it is worded", async () => {
  const [author, id] = [await make.person(), newId()];
  const asked = await Promise.all([1, 2, 3].map(() => as(author).story.create({ ...whole, id })));
  expect(new Set(asked.map(({ ref }) => ref)).size).toBe(1);
  expect(await as(author).story.create({ id, title: "Another" })).toMatchObject({ ...kept, id });
});

test("an id that is somebody else's is refused, and tells nothing", async () => {
  const { id } = await begin(await make.person());
  await expect(as(await make.person()).story.create({ id, title: "Mine" })).rejects.toMatchObject(refusal("CONFLICT"));
});

test("a short address that is taken is not given again", async () => {
  const author = await make.person();
  const { ref } = await begin(author);
  const { genres: _, tags: __, notices: ___, ...words } = whole;
  const other = { ...words, id: newId(), ref, leadId: author.profileId, createdAt: new Date() };
  expect(await insertStory(db, other)).toBe(false);
});

test("somebody without a proven address can begin a story", async () => {
  expect(await begin(await make.person({ isEmailVerified: false }))).toMatchObject({ title: "The Lantern" });
});

test("a change replaces all that was said, and readers see it at once", async () => {
  const author = await make.person();
  const { id, ref } = await publishStory(author, whole);
  await as(make.visitor()).story.byRef({ ref });
  const change = { ...whole, id, title: "The Harbour", notices: [], genres: [], tags: ["Lighthouses"] };
  const { queries, result } = await countQueries(() => as(author).story.update(change));
  expect(queries).toBeLessThanOrEqual(12);
  expect(result).toMatchObject({ title: "The Harbour", notices: [], genres: [], tags: ["Lighthouses"] });
  expect(await as(make.visitor()).story.byRef({ ref })).toMatchObject({
    title: "The Harbour",
    tags: [{ slug: "lighthouses", name: "Lighthouses", kind: "free" }],
  });
});

test("a tag's list forgets a story that no longer bears it, and learns of one that does", async () => {
  const author = await make.person();
  const { id, ref } = await publishStory(author, { tags: ["Before"] });
  const refs = async (tag: string) => (await as(make.visitor()).story.list({ tag })).items.map((card) => card.ref);
  expect([await refs("before"), await refs("after")]).toEqual([[ref], []]);
  await as(author).story.update({ id, title: "The Lantern", tags: ["After"] });
  expect([await refs("before"), await refs("after")]).toEqual([[], [ref]]);
});

test("what nobody sees yet disturbs no reader's cache, and its words stand in no job", async () => {
  const [author, dropped] = [await make.person(), new Array<string>()];
  const { cache } = ctxOf(author);
  const drop: typeof cache.drop = async (tags) => void dropped.push(...tags);
  const { id } = await begin(author, { tags: ["Untold"] });
  await as(author, { cache: { ...cache, drop } }).story.update({ id, title: "The Harbour", tags: ["Unheard"] });
  expect(dropped).toEqual([]);
});

test("another rating is written down, the same one is not", async () => {
  const author = await make.person();
  const { id } = await begin(author, { rating: "teen" });
  await as(author).story.update({ id, title: "The Lantern", rating: "teen" });
  await as(author).story.update({ id, title: "The Lantern", rating: "mature" });
  const entries = await db.auditEntry.findMany({ where: { subject: `story:${id}` } });
  expect(entries).toMatchObject([{ act: "story.rating_changed", detail: { from: "teen", to: "mature" } }]);
});

test("whoever may publish changes it, a text editor of the team may not, and to others it does not exist", async () => {
  const [author, deputy, editor, stranger] = await Promise.all([1, 2, 3, 4].map(() => make.person()));
  if (!author || !deputy || !editor || !stranger) throw new Error("four people");
  const { id } = await begin(author);
  await join(id, deputy, ["read", "edit", "publish"]);
  await join(id, editor, ["read", "edit"]);
  const change = { id, title: "The Harbour" };
  expect(await as(deputy).story.update(change)).toMatchObject(change);
  await expect(as(editor).story.update(change)).rejects.toMatchObject(refusal("FORBIDDEN"));
  await expect(as(stranger).story.update(change)).rejects.toMatchObject(refusal("NOT_FOUND"));
  await expect(as(author).story.update({ ...change, id: newId() })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("more genres than three are refused, typed ones too", async () => {
  const genres: StoryInput["genres"] = ["mystery", "horror", "poetry"];
  await expect(begin(await make.person(), { genres, tags: ["Fantasy"] })).rejects.toMatchObject(
    refusal("INPUT_INVALID"),
  );
  const typed = await begin(await make.person(), { genres: ["mystery"], tags: ["Slice of Life"] });
  expect(typed).toMatchObject({ genres: ["mystery", "slice-of-life"], tags: [] });
});

test("a repeat under one idempotency key is one story", async () => {
  const [author, idempotencyKey, id] = [await make.person(), randomUUID(), newId()];
  const create = () => as(author, { idempotencyKey }).story.create({ id, title: "Once" });
  expect(await create()).toEqual(await create());
});

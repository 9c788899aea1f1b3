import type { PageInput } from "@muejam/contracts/page";
import type { StoryListInput, StoryPage } from "@muejam/contracts/story";
import { expect, test } from "vitest";
import { as, countQueries, ctxOf, make, refusal } from "../../test/harness.ts";
import { addChapter, begin, makeAdult, print, publishStory } from "../../test/press.ts";
import { warmStories } from "./story.lists.service.ts";

const visitor = as(make.visitor());
const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const titles = ({ items }: StoryPage) => items.map(({ title }) => title);

/** Three stories that nobody else's list holds, and a draft. */
async function shelf() {
  const author = await make.person();
  const old = await publishStory(author, { title: "Old", genres: ["mystery"] }, { at: day(1) });
  await publishStory(author, { title: "Done", status: "completed" }, { at: day(2) });
  await publishStory(author, { title: "Adult", rating: "mature", status: "completed" }, { at: day(3) });
  await begin(author, { title: "Draft" });
  await print(await addChapter(author, old.id), { at: day(4) });
  const by = (input: Partial<StoryListInput> = {}) => ({ ...input, author: old.author.handle });
  return { author, by };
}

test("each order goes by its own instant, newest first", async () => {
  const { author, by } = await shelf();
  expect(titles(await visitor.story.list(by({ order: "latest" })))).toEqual(["Old", "Done"]);
  expect(titles(await visitor.story.list(by({ order: "new" })))).toEqual(["Done", "Old"]);
  expect(titles(await visitor.story.list(by({ order: "completed" })))).toEqual(["Done"]);
  expect(titles(await as(author).story.list(by()))).toEqual(["Old", "Adult", "Done"]);
});

test("a story for adults is listed to adults who want it, and to its author", async () => {
  const { author, by } = await shelf();
  const lists = await Promise.all(
    [make.person(), makeAdult(), author].map(async (who) => as(await who).story.list(by())),
  );
  expect(lists.map((page) => titles(page).includes("Adult"))).toEqual([false, true, true]);
});

test("a list can be narrowed to a tag, an author, or both, and to nothing", async () => {
  const { by } = await shelf();
  expect(titles(await visitor.story.list(by({ tag: "mystery" })))).toEqual(["Old"]);
  expect(titles(await visitor.story.list({ tag: "mystery" }))).toContain("Old");
  expect(titles(await visitor.story.list({ tag: "no-such-tag" }))).toEqual([]);
  expect(titles(await visitor.story.list({ author: "no_such_author" }))).toEqual([]);
});

test("pages follow one another without a gap, and a cursor belongs to its list", async () => {
  const { by } = await shelf();
  const first = await visitor.story.list(by({ limit: 1 }));
  const rest = await visitor.story.list(by({ limit: 1, cursor: first.nextCursor ?? "" }));
  expect([...titles(first), ...titles(rest)]).toEqual(["Old", "Done"]);
  expect(rest.nextCursor).toBeNull();
  const elsewhere = visitor.story.list(by({ order: "new", cursor: first.nextCursor ?? "" }));
  await expect(elsewhere).rejects.toMatchObject(refusal("CURSOR_INVALID"));
});

test("the first page costs visitors nothing once it was read, and members their own list", async () => {
  const { by } = await shelf();
  // The author, the stories of theirs, and the cards.
  const cold = await countQueries(() => visitor.story.list(by()));
  expect(cold.queries).toBe(3);
  expect((await countQueries(() => visitor.story.list(by()))).queries).toBe(0);
  const reader = await make.person();
  expect((await countQueries(() => as(reader).story.list(by()))).queries).toBe(2);
});

test("the page that everybody opens first is there from the start, and hears of a new story", async () => {
  await warmStories.run(ctxOf(make.system()));
  expect((await countQueries(() => visitor.story.list({}))).queries).toBe(0);
  const { ref } = await publishStory(await make.person());
  expect((await visitor.story.list({})).items[0]).toMatchObject({ ref });
});

const placeIn = (chapterId: string) => {
  const nowhere = { block: "b1", offset: 0, quote: "", prefix: "", suffix: "", device: "" };
  return { chapterId, edition: 1, perMille: 400, ...nowhere };
};

test("a member is proposed what is new to them in the genres they read", async () => {
  const [author, other, reader] = [await make.person(), await make.person(), await make.person()];
  const horror = await publishStory(author, { title: "Cellar", genres: ["horror"] }, { at: day(5) });
  await publishStory(author, { title: "Ghazal", genres: ["poetry", "horror"] }, { at: day(6) });
  await publishStory(author, { title: "Ode", genres: ["poetry"] }, { at: day(7) });
  await publishStory(author, { title: "Blood", genres: ["horror"], rating: "mature" }, { at: day(8) });
  const followed = await publishStory(other, { title: "Followed", genres: ["horror"] }, { at: day(9) });
  await publishStory(reader, { title: "Own", genres: ["horror"] }, { at: day(10) });
  const seen = async (input: Partial<PageInput> = {}) => titles(await as(reader).story.proposed(input));

  expect(await seen()).toEqual([]);
  await as(reader).account.setPreferences({ interests: ["horror"] });
  expect(await seen()).toEqual(["Followed", "Ghazal", "Cellar"]);
  const first = await as(reader).story.proposed({ limit: 2 });
  expect(titles(await as(reader).story.proposed({ limit: 2, cursor: first.nextCursor ?? "" }))).toEqual(["Cellar"]);
  const elsewhere = as(reader).story.list({ cursor: first.nextCursor ?? "" });
  await expect(elsewhere).rejects.toMatchObject(refusal("CURSOR_INVALID"));

  await as(reader).social.followStory({ storyId: followed.id, isFollowing: true });
  await as(reader).reading.savePosition(placeIn(horror.chapterId));
  expect(await seen()).toEqual(["Ghazal"]);
  await as(reader).reach.mute({ profileId: author.profileId, isMuted: true });
  expect(await seen()).toEqual([]);
  await as(reader).reach.mute({ profileId: author.profileId, isMuted: false });
  await as(reader).account.setPreferences({ interests: ["poetry"] });
  await seen();
  // Who is here, what they may see, and the list: the cards are kept.
  const { queries, result } = await countQueries(seen);
  expect(queries).toBe(3);
  expect(result).toEqual(["Ode", "Ghazal"]);
  await as(reader).social.followProfile({ profileId: author.profileId, isFollowing: true });
  expect(await seen()).toEqual([]);
});

test("adults who want them are proposed stories for adults, and keys are proposed nothing", async () => {
  const [author, adult] = [await make.person(), await makeAdult()];
  await publishStory(author, { title: "Blood", genres: ["thriller"], rating: "mature" });
  await as(adult).account.setPreferences({ interests: ["thriller"] });
  expect(titles(await as(adult).story.proposed({}))).toEqual(["Blood"]);
  await expect(as(make.key()).story.proposed({})).rejects.toMatchObject(refusal("PERSON_REQUIRED"));
  await expect(visitor.story.proposed({})).rejects.toMatchObject(refusal("SIGN_IN_REQUIRED"));
});

test("what is proposed is in the languages that somebody reads, whichever region's", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  for (const [index, language] of ["fr", "pt-BR", "pt"].entries())
    await publishStory(author, { title: language, language, genres: ["romance"] }, { at: day(index + 1) });
  const seen = async () => titles(await as(reader).story.proposed({}));
  await as(reader).account.setPreferences({ interests: ["romance"] });
  expect(await seen()).toEqual(["pt", "pt-BR", "fr"]);
  await as(reader).account.setPreferences({ languages: ["pt"] });
  expect(await seen()).toEqual(["pt", "pt-BR"]);
});

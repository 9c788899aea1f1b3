import { expect, test } from "vitest";
import { countQueries, ctxOf, make } from "../../test/harness.ts";
import { begin, print, publishStory } from "../../test/press.ts";
import { card, cardsOf } from "./story.service.ts";

const visitor = ctxOf(make.visitor());

test("cards that are not at hand are read in one statement, the others in none", async () => {
  const author = await make.person();
  const published = [await publishStory(author), await publishStory(author), await publishStory(author)];
  const ids = published.map(({ id }) => id);
  const cold = await countQueries(() => cardsOf(visitor, ids));
  expect(cold.queries).toBe(1);
  expect([...cold.result.keys()]).toEqual(ids);
  expect((await countQueries(() => cardsOf(visitor, [...ids, ...ids]))).queries).toBe(0);
  await print(published[1]?.chapterId ?? "", { words: 7 });
  const changed = await countQueries(() => cardsOf(visitor, ids));
  expect(changed.queries).toBe(1);
  expect(changed.result.get(ids[1] ?? "")).toMatchObject({ wordCount: 7 });
});

test("there are cards only of what the caller may see", async () => {
  const author = await make.person();
  const [open, adult, draft] = [
    await publishStory(author),
    await publishStory(author, { rating: "mature" }),
    await begin(author),
  ];
  const ids = [open.id, adult.id, draft.id];
  expect([...(await cardsOf(visitor, ids)).keys()]).toEqual([open.id]);
  expect([...(await cardsOf(ctxOf(author), ids)).keys()]).toEqual([open.id, adult.id]);
  expect(await card(visitor, open.ref)).toMatchObject({ id: open.id });
  await expect(card(visitor, adult.ref)).rejects.toThrow(expect.objectContaining({ code: "MATURE_HIDDEN" }));
});

import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { as, countQueries, make, refusal } from "../../test/harness.ts";
import { begin, join, publishStory } from "../../test/press.ts";

const refs = (page: { items: { ref: string }[] }) => page.items.map(({ ref }) => ref);

test("a face sees the stories it has a part in, newest first, page by page", async () => {
  const [author, friend] = [await make.person(), await make.person()];
  const begun: string[] = [];
  for (const title of ["One", "Two", "Three"]) begun.unshift((await begin(author, { title })).ref);
  const shared = await begin(friend);
  await join(shared.id, author, ["read"]);
  const first = await as(author).story.mine({ limit: 3 });
  const rest = await as(author).story.mine({ limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) });
  expect([...refs(first), ...refs(rest)]).toEqual([shared.ref, ...begun]);
  expect(rest.nextCursor).toBeNull();
  expect((await countQueries(() => as(author).story.mine({}))).queries).toBe(1);
  await expect(as(friend).story.mine({ cursor: first.nextCursor ?? "" })).rejects.toMatchObject(
    refusal("CURSOR_INVALID"),
  );
});

test("one's other face has stories of its own", async () => {
  const author = await make.person();
  const { id, ref } = await begin(author);
  const handle = `h_${randomBytes(6).toString("hex")}`;
  const other = { ...author, profileId: (await as(author).profile.create({ handle, displayName: "Other" })).id };
  expect(refs(await as(author).story.mine({}))).toEqual([ref]);
  expect(refs(await as(other).story.mine({}))).toEqual([]);
  await expect(as(other).story.own({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

test("a story is its team's own, published or not, for adults or not", async () => {
  const [author, reader] = [await make.person(), await make.person()];
  const { id } = await publishStory(author, { rating: "mature", title: "Night Work" });
  await join(id, reader, ["read"]);
  const { queries, result } = await countQueries(() => as(author).story.own({ id }));
  expect(queries).toBe(1);
  expect(result).toMatchObject({ title: "Night Work", chapterCount: 1, wordCount: 100, rating: "mature" });
  expect(await as(reader).story.own({ id })).toEqual({ ...result, rights: ["read"] });
  for (const role of ["moderator", "senior", "administrator"] as const)
    await expect(as(await make.person({}, [role])).story.own({ id })).rejects.toMatchObject(refusal("NOT_FOUND"));
});

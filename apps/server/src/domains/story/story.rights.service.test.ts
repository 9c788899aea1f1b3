import { expect, test } from "vitest";
import { transact } from "../../kernel/transact.ts";
import { countQueries, ctxOf, make } from "../../test/harness.ts";
import { addChapter, begin, join } from "../../test/press.ts";
import { untilSomebodyWaits } from "../../test/waiting.ts";
import { lockForPublishing, writable } from "./story.rights.service.ts";

const refused = (code: string) => expect.objectContaining({ code });

test("a chapter is there for a face of its team that has the right, read in one statement", async () => {
  const [author, editor, stranger] = [await make.person(), await make.person(), await make.person({}, ["moderator"])];
  const story = await begin(author);
  const chapterId = await addChapter(author, story.id);
  await join(story.id, editor, ["read", "edit"]);
  const ask = (who: typeof author, right: "edit" | "publish") => writable(ctxOf(who), ctxOf(who).db, chapterId, right);
  const { queries, result } = await countQueries(() => ask(author, "publish"));
  expect(queries).toBe(1);
  expect(result).toMatchObject({ chapterId, storyId: story.id, ref: story.ref, title: story.title, state: "draft" });
  expect(result).toMatchObject({ leadId: author.profileId, authorHandle: story.author.handle, number: null });
  expect(await ask(editor, "edit")).toEqual({ ...result, rights: ["read", "edit"] });
  await expect(ask(editor, "publish")).rejects.toThrow(refused("FORBIDDEN"));
  await expect(ask(stranger, "edit")).rejects.toThrow(refused("NOT_FOUND"));
  await expect(writable(ctxOf(author), ctxOf(author).db, story.id, "edit")).rejects.toThrow(refused("NOT_FOUND"));
});

test("who publishes in a story waits for who does, and then sees what they did", async () => {
  const author = await make.person();
  const { id } = await begin(author);
  const chapterId = await addChapter(author, id);
  const ctx = ctxOf(author);
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>();
  const first = transact(ctx, async (tx) => {
    await lockForPublishing(tx, chapterId);
    locked();
    await untilSomebodyWaits();
    await tx.db.story.updateMany({ where: { id }, data: { title: "The Harbour" } });
    return null;
  });
  await isLocked;
  const [{ title }] = await Promise.all([transact(ctx, (tx) => lockForPublishing(tx, chapterId)), first]);
  expect(title).toBe("The Harbour");
});

test("there is nothing to publish where there is no chapter", async () => {
  const { id } = await begin(await make.person());
  await expect(transact(ctxOf(make.system()), (tx) => lockForPublishing(tx, id))).rejects.toThrow(refused("NOT_FOUND"));
});

import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { as, ctxOf, make, refusal, runJobs } from "../../test/harness.ts";
import { publishStory } from "../../test/press.ts";

const { db } = ctxOf(make.system());
const visitor = as(make.visitor());

test("a new name stands on every card of its stories", async () => {
  const author = await make.person();
  const { ref } = await publishStory(author, { tags: ["Renaming"] });
  await visitor.story.byRef({ ref });
  await visitor.story.list({ tag: "renaming" });
  const handle = `h_${randomBytes(6).toString("hex")}`;
  await as(author).profile.update({ id: author.profileId, handle, displayName: "Renamed" });
  await runJobs();
  const seen = { author: { handle, displayName: "Renamed" } };
  expect(await visitor.story.byRef({ ref })).toMatchObject(seen);
  expect((await visitor.story.list({ tag: "renaming" })).items).toMatchObject([seen]);
});

test("the stories of a face that is gone go with it, and leave no gap in any list", async () => {
  const author = await make.person();
  const { ref: older } = await publishStory(await make.person(), { tags: ["Closing"] });
  const { ref } = await publishStory(author, { tags: ["Closing"] });
  const newest = async () => (await visitor.story.list({ tag: "closing", limit: 1 })).items.map((card) => card.ref);
  expect(await newest()).toEqual([ref]);
  await visitor.story.byRef({ ref });
  await db.profile.updateMany({ where: { id: author.profileId }, data: { closesAt: new Date(0) } });
  await db.$queryRaw`SELECT graphile_worker.add_job('profile.closeDue', '{}')::text`;
  await runJobs();
  await expect(visitor.story.byRef({ ref })).rejects.toMatchObject(refusal("NOT_FOUND"));
  expect(await newest()).toEqual([older]);
});

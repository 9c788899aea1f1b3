import { expect, test } from "vitest";
import { as, countQueries, eventsAbout, make, refusal, runJobs } from "../../test/harness.ts";
import { publishStory } from "../../test/press.ts";

const place = (chapterId: string) => ({
  chapterId,
  edition: 1,
  block: "b1",
  offset: 0,
  quote: "",
  prefix: "",
  suffix: "",
  perMille: 400,
  device: "",
});

test("whoever wants no history has none: what was kept goes, and nothing is kept any more", async () => {
  const [author, member, other] = await Promise.all([make.person(), make.person(), make.person()]);
  const [story, reader] = [await publishStory(author), as(member)];
  await reader.reading.savePosition(place(story.chapterId));
  await as(other).reading.savePosition(place(story.chapterId));
  expect(await reader.reading.choices()).toEqual({ keepsHistory: true });

  const { queries, result } = await countQueries(() => reader.reading.choose({ keepsHistory: false }));
  expect(queries).toBeLessThanOrEqual(6);
  expect(result).toEqual({ keepsHistory: false });
  expect(await eventsAbout(member.profileId)).toContainEqual({
    name: "reading.historyRefused",
    data: { profileId: member.profileId },
  });
  expect(await reader.reading.savePosition(place(story.chapterId))).toBeNull();
  expect((await reader.reading.storyHere({ ref: story.ref })).position).toBeNull();
  expect((await reader.reading.continue({})).items).toEqual([]);
  expect((await as(other).reading.continue({})).items).toHaveLength(1);

  await runJobs();
  await reader.reading.choose({ keepsHistory: true });
  expect(await reader.reading.savePosition(place(story.chapterId))).toMatchObject({ current: { perMille: 400 } });
});

test("a place that was written in the moment of refusal goes as well, unless history is wanted again", async () => {
  const [author, member] = [await make.person(), await make.person()];
  const [story, reader] = [await publishStory(author), as(member)];
  await reader.reading.choose({ keepsHistory: false });
  await reader.reading.choose({ keepsHistory: true });
  await reader.reading.savePosition(place(story.chapterId));
  await runJobs();
  expect((await reader.reading.continue({})).items).toHaveLength(1);
});

test("a key forgets nothing", async () => {
  const forgetting = as(make.key({ scopes: ["read", "write"] })).reading.choose({ keepsHistory: false });
  await expect(forgetting).rejects.toMatchObject(refusal("PERSON_REQUIRED"));
});

import { expect, test, vi } from "vitest";
import { ctxOf, make, runJob } from "../../test/harness.ts";
import { publishStory, takeBack } from "../../test/press.ts";
import { checkCounters } from "./story.drift.service.ts";

const system = ctxOf(make.system());

test("counters that count right are left alone, those that do not are named", async () => {
  const author = await make.person();
  const { id } = await publishStory(author);
  const { chapterId } = await publishStory(author);
  await takeBack(chapterId);
  await runJob("story.checkCounters");

  await system.db.story.updateMany({ where: { id }, data: { wordCount: 101, followerCount: 2 } });
  await system.db.profile.updateMany({ where: { id: author.profileId }, data: { storyCount: 5 } });
  await system.db.chapter.updateMany({ where: { id: chapterId }, data: { applauseCount: 3 } });
  const error = vi.spyOn(system.log, "error").mockReturnValue();
  await expect(checkCounters(system)).rejects.toThrow(`story.words of ${id} says 101, there are 100`);
  expect(error.mock.calls[0]?.[0]).toEqual({
    count: 5,
    drifts: [
      { id, counter: "story.followers", kept: 2, counted: 0 },
      { id, counter: "story.words", kept: 101, counted: 100 },
      { id: chapterId, counter: "chapter.applause", kept: 3, counted: 0 },
      { id: author.profileId, counter: "profile.stories", kept: 5, counted: 1 },
      { id: author.profileId, counter: "profile.words", kept: 100, counted: 101 },
    ],
  });
  await expect(runJob("story.checkCounters")).rejects.toThrow("story.checkCounters failed");
});

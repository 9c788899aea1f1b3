import { z } from "zod";
import { defineJob, onEvent } from "../../kernel/jobs.ts";
import { ProfileChanged, ProfileClosed } from "../profile/profile.events.ts";
import { dropStoriesOf } from "./story.authors.service.ts";
import { emptyBin } from "./story.bin.service.ts";
import { checkCounters } from "./story.drift.service.ts";

export const storyJobs = [
  onEvent(ProfileChanged, "story.followRename", dropStoriesOf, { priority: "urgent" }),
  onEvent(ProfileClosed, "story.followClosing", dropStoriesOf, { priority: "urgent" }),
  defineJob({
    name: "story.checkCounters",
    schema: z.object({}),
    run: checkCounters,
    priority: "slow",
    maxAttempts: 1,
    cron: "7 3 * * *",
  }),
  defineJob({ name: "story.emptyBin", schema: z.object({}), run: emptyBin, priority: "slow", cron: "23 3 * * *" }),
];

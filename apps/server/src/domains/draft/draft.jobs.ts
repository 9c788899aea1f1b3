import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { thinPoints } from "./draft.points.service.ts";

export const draftJobs = [
  defineJob({
    name: "draft.thinPoints",
    schema: z.object({}),
    run: thinPoints,
    priority: "slow",
    maxAttempts: 3,
    cron: "37 3 * * *",
  }),
];

import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { thinChanges } from "./draft.service.ts";

export const draftJobs = [
  defineJob({
    name: "draft.thinChanges",
    schema: z.object({}),
    run: thinChanges,
    priority: "slow",
    cron: "41 2 * * *",
  }),
];

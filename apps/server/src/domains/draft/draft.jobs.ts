import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { thinPoints } from "./draft.points.service.ts";
import { thinChanges } from "./draft.service.ts";

const nightly = { schema: z.object({}), priority: "slow" } as const;

export const draftJobs = [
  defineJob({ ...nightly, name: "draft.thinChanges", run: thinChanges, cron: "41 2 * * *" }),
  defineJob({ ...nightly, name: "draft.thinPoints", run: thinPoints, maxAttempts: 3, cron: "37 3 * * *" }),
];

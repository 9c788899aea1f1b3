import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { removeForgotten } from "./media.keeping.service.ts";

export const mediaJobs = [
  defineJob({
    name: "media.removeForgotten",
    schema: z.object({}),
    run: (ctx) => removeForgotten(ctx),
    priority: "slow",
    cron: "41 4 * * *",
  }),
];

import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { watch } from "./heir.watch.service.ts";

export const heirJobs = [
  defineJob({ name: "heir.watch", schema: z.object({}), run: watch, priority: "slow", cron: "19 * * * *" }),
];

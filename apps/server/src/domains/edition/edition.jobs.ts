import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { verifyAll } from "./edition.chain.service.ts";

export const editionJobs = [
  defineJob({
    name: "edition.verify",
    schema: z.object({}),
    run: verifyAll,
    priority: "slow",
    maxAttempts: 1,
    cron: "7 3 * * *",
  }),
];

import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import { closeDue } from "./profile.closing.service.ts";

export const profileJobs = [
  defineJob({ name: "profile.closeDue", schema: z.object({}), run: closeDue, cron: "* * * * *" }),
];

import { z } from "zod";
import { defineJob } from "../../kernel/jobs.ts";
import * as {{name}} from "./{{name}}.service.ts";

export const {{name}}Jobs = [
  defineJob({ name: "{{name}}.purge", schema: z.object({}), run: {{name}}.purge, priority: "slow", cron: "41 4 * * *" }),
];

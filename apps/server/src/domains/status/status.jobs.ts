import { z } from "zod";
import { defineJob, onEvent } from "../../kernel/jobs.ts";
import { TroubleReported } from "./status.events.ts";
import * as status from "./status.service.ts";

const nothing = z.object({});

export const statusJobs = [
  defineJob({ name: "status.check", schema: nothing, run: status.checkAll, priority: "urgent", cron: "* * * * *" }),
  onEvent(TroubleReported, "status.checkReported", status.checkReported, { priority: "urgent" }),
  defineJob({ name: "status.purge", schema: nothing, run: status.purge, priority: "slow", cron: "17 4 * * *" }),
];

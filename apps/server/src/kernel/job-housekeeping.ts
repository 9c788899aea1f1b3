import { z } from "zod";
import { deleteExpired } from "./idempotency.repo.ts";
import { defineJob } from "./jobs.ts";

/** Says again to every process what a commit made stale, in case the writer died before saying it, and until all can hear. */
export const dropTags = defineJob({
  name: "cache.drop",
  schema: z.object({ tags: z.array(z.string()) }),
  priority: "urgent",
  run: (ctx, { tags }) => ctx.cache.drop(tags, { mustReachAll: true }),
});

const BATCH = 5000;

export const purgeIdempotency = defineJob({
  name: "idempotency.purge",
  schema: z.object({}),
  priority: "slow",
  cron: "17 * * * *",
  run: async (ctx) => {
    // A purge that stops halfway has done no harm, so it needs no transaction of its own.
    while ((await deleteExpired(ctx.db, BATCH)) === BATCH);
  },
});

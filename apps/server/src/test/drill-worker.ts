import { z } from "zod";
import { defineJob } from "../kernel/jobs.ts";
import { transact } from "../kernel/transact.ts";
import { openKernelAt } from "./kernel-parts.ts";

/** A real process that runs jobs, to be killed or stopped from outside. Every job asks the vendor's gate at each stage. */
const [directUrl = "", vendor = "", worker = "", staleMs = "15000"] = process.argv.slice(2);
const kernel = await openKernelAt(directUrl);

const drill = defineJob({
  name: "test.drill",
  schema: z.object({ label: z.string() }),
  run: async (ctx, { label }) => {
    const call = (path: string) =>
      fetch(`${vendor}${path}?worker=${worker}&label=${label}`, {
        method: "POST",
        headers: { "idempotency-key": ctx.once?.key ?? "" },
      }).then((answer) => answer.text());
    await call("/gate/before");
    await transact(ctx, async (tx) => {
      await tx.db.$executeRaw`INSERT INTO effect (label) VALUES (${label})`;
      await call("/gate/within");
    });
    await call("/charge");
    await call("/gate/after");
  },
});

const stale = Number(staleMs);
await kernel.startJobs([drill], {
  jobsAtOnce: 200,
  times: { beatMs: stale / 5, sweepMs: stale / 3, staleMs: stale },
});
process.on("disconnect", () => process.exit());
process.send?.("working");

import { sealAudit } from "./audit-seal.ts";
import { verifyAuditNightly } from "./audit-verify.ts";
import { fanOut } from "./job-fan-out.ts";
import { dropTags, purgeIdempotency } from "./job-housekeeping.ts";
import type { Job } from "./jobs.ts";

/** The domains' jobs and those that the kernel itself cannot do without. */
export function withKernelJobs(jobs: readonly Job[]): readonly Job[] {
  const all = [fanOut(jobs), dropTags, purgeIdempotency, sealAudit, verifyAuditNightly, ...jobs];
  const twice = all.find((job, index) => all.findIndex(({ name }) => name === job.name) !== index);
  if (twice) throw new Error(`Two jobs are called ${twice.name}.`);
  return all;
}

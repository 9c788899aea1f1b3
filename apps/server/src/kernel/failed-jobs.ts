import type { Ctx } from "./ctx.ts";
import { type FailedJob, listFailed, retryFailed } from "./jobs.repo.ts";
import { transact } from "./transact.ts";

export type FailedPage = { items: FailedJob[]; nextAfter: string | null };

export async function listFailedJobs(
  ctx: Ctx,
  { after = null, limit = 50 }: { after?: string | null; limit?: number } = {},
): Promise<FailedPage> {
  const rows = await listFailed(ctx.db, { after, take: limit + 1 });
  const items = rows.slice(0, limit);
  return { items, nextAfter: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** The ids that wait again; one that is no failed job is left out. */
export function retryFailedJobs(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  return transact(ctx, async (tx) => {
    const retried = await retryFailed(tx.db, ids);
    for (const id of retried) tx.audit({ act: "jobs.retried", subject: `job:${id}` });
    return retried;
  });
}

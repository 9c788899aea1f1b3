import type { Db } from "@muejam/db";

export type Left = { handle: string; leftAt: Date; isRedirected: boolean };

/** Newest first, as long as nobody else may have them; one that was taken back is no former one. */
export const listLeft = (
  db: Db,
  { profileId, handle, since }: { profileId: string; handle: string; since: Date },
): Promise<Left[]> =>
  db.formerHandle.findMany({
    where: { profileId, handle: { not: handle }, leftAt: { gt: since } },
    orderBy: [{ leftAt: "desc" }, { handle: "asc" }],
    select: { handle: true, leftAt: true, isRedirected: true },
  });

export async function listFormerHandles(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db.formerHandle.findMany({ where: { profileId: { in: [...ids] } }, select: { handle: true } });
  return rows.map(({ handle }) => handle);
}

export async function keepFormerHandle(
  db: Db,
  former: { handle: string; profileId: string; leftAt: Date },
): Promise<void> {
  const { handle, ...rest } = former;
  const update = { ...rest, isRedirected: true };
  await db.formerHandle.upsert({ where: { handle }, create: former, update });
}

/** False when this face did not leave it. */
export async function redirect(
  db: Db,
  { profileId, handle }: { profileId: string; handle: string },
  isRedirected: boolean,
): Promise<boolean> {
  const { count } = await db.formerHandle.updateMany({ where: { profileId, handle }, data: { isRedirected } });
  return count === 1;
}

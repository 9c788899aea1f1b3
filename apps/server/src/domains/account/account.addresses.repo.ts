import type { Db } from "@muejam/db";

const proven = { isEmailVerified: true, emailSealed: { not: null }, account: { closedAt: null } };

export async function listReachable(db: Db, accountIds: readonly string[]): Promise<string[]> {
  const rows = await db.identity.findMany({
    where: { accountId: { in: [...accountIds] }, ...proven },
    select: { accountId: true },
    distinct: ["accountId"],
  });
  return rows.map(({ accountId }) => accountId);
}

/** Of several ways in, the oldest: mail does not change its way because another was added. */
export async function findSealedAddress(db: Db, accountId: string): Promise<string | null> {
  const row = await db.identity.findFirst({
    where: { accountId, ...proven },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { emailSealed: true },
  });
  return row?.emailSealed ?? null;
}

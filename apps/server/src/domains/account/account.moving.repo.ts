import type { Db } from "@muejam/db";

export type FormerAddress = { id: string; subject: string; emailSealed: string; changedAt: Date; expiresAt: Date };

export async function insertFormerAddress(db: Db, address: FormerAddress): Promise<void> {
  await db.formerAddress.createMany({ data: [address] });
}

/** This one, with all that the same person left after it; null when it is gone, as others were taken back before. */
export async function takeFormerAddress(db: Db, id: string): Promise<FormerAddress | null> {
  const [former] = await db.$queryRaw<FormerAddress[]>`
    SELECT id, subject, email_sealed AS "emailSealed", changed_at AS "changedAt", expires_at AS "expiresAt"
    FROM former_address WHERE id = ${id}::uuid FOR UPDATE`;
  if (!former) return null;
  const { subject, changedAt } = former;
  await db.formerAddress.deleteMany({ where: { subject, changedAt: { gte: changedAt } } });
  return former;
}

export async function deleteFormerAddresses(db: Db, now: Date): Promise<void> {
  await db.formerAddress.deleteMany({ where: { expiresAt: { lt: now } } });
}

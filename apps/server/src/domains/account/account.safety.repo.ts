import { SecurityEvent } from "@muejam/contracts/security-event";
import type { Db } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";

export type NewSecurityEvent = Omit<SecurityEvent, "at"> & { accountId: string; at: Date };

export async function insertSecurityEvent(db: Db, event: NewSecurityEvent): Promise<void> {
  await db.securityEvent.createMany({ data: [event] });
}

type Part = { accountId: string; since: Date; after: Position | null; take: number };

export async function listSecurityEvents(db: Db, { accountId, since, after, take }: Part): Promise<SecurityEvent[]> {
  const older = after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] };
  const rows = await db.securityEvent.findMany({
    where: { accountId, AND: [{ at: { gt: since } }, { ...older }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
    select: { id: true, kind: true, at: true, detail: true },
  });
  return rows.map(({ at, ...row }) => SecurityEvent.parse({ ...row, at: at.toISOString() }));
}

import { Prisma } from "@muejam/db";
import type { AuditEntry } from "./audit.ts";

export function audited(actor: string, entries: readonly AuditEntry[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO audit_entry (actor, act, subject, purpose, detail)
    SELECT ${actor}, entry.act, entry.subject, entry.purpose, coalesce(entry.detail, '{}')
    FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      AS entry (act text, subject text, purpose text, detail jsonb)`;
}

import type { Db } from "@muejam/db";
import type { KeyRing } from "../kernel/keys.ts";
import type { KeptMail, Mailbox, Mailer } from "../kernel/mailer.ts";

const NEWEST = 100;

/**
 * Keeps mail instead of sending it. In a table, since the process that delivers may be another one, or on another
 * machine, than the one that shows the mailbox; and what a backup holds is whole.
 */
export function createOutbox(parts: { db: Db; keys: KeyRing; from: string }): Mailer & Mailbox {
  const { db, keys, from } = parts;
  // safe: only this file writes what it reads
  const open = ({ sealed }: { sealed: string }): KeptMail => JSON.parse(keys.decrypt("outbox", sealed));
  return {
    provider: "outbox",
    async send(mail) {
      const at = new Date();
      const kept: KeptMail = { ...mail, from, at: at.toISOString() };
      const sealed = keys.encrypt("outbox", JSON.stringify(kept));
      await db.outboxMail.createMany({ data: [{ id: mail.id, sealed, at }], skipDuplicates: true });
      return { kind: "sent", providerId: mail.id };
    },
    async list() {
      const rows = await db.outboxMail.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take: NEWEST });
      return rows.map(open);
    },
    async find(id) {
      const row = await db.outboxMail.findUnique({ where: { id } });
      return row && open(row);
    },
  };
}

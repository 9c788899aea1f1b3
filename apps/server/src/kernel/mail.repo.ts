import { type Db, Prisma } from "@muejam/db";
import { z } from "zod";
import type { AddressState } from "./mail-address.ts";
import type { MailEvent, MailPurpose } from "./mailer.ts";

export type Attempt = {
  id: string;
  template: string;
  props: string;
  toEncrypted: string;
  reason: MailPurpose["reason"];
  attempts: number;
  /** Since a provider was first asked. */
  ageMs: number;
};

/** False when a mail of this key is there already. */
export async function insertSend(db: Db, send: Prisma.MailSendCreateManyInput): Promise<boolean> {
  const { count } = await db.mailSend.createMany({ data: [send], skipDuplicates: true });
  return count === 1;
}

/** Null when the mail has left the queue. */
export async function beginAttempt(db: Db, id: string): Promise<Attempt | null> {
  const [row] = await db.$queryRaw<Attempt[]>`
    UPDATE mail_send SET attempts = attempts + 1, tried_at = coalesce(tried_at, now())
    WHERE id = ${id}::uuid AND state = 'queued'
    RETURNING id, template, props, to_encrypted AS "toEncrypted", reason, attempts,
      (extract(epoch FROM now() - tried_at) * 1000)::float8 AS "ageMs"`;
  return row ?? null;
}

/** The worst that is known of the address under any of its stamps. */
export async function findAddressState(db: Db, hashes: readonly string[]): Promise<AddressState> {
  const rows = await db.mailAddress.findMany({ where: { addressHash: { in: [...hashes] } }, select: { state: true } });
  const states = rows.map(({ state }) => state);
  return states.includes("bounced") ? "bounced" : states.includes("complained") ? "complained" : "ok";
}

type Sent = { id: string; provider: string; providerId: string | null; at: Date };

/** The provider's own word may have come before its answer did; it is not taken back. */
export async function markSent(db: Db, { id, provider, providerId, at }: Sent): Promise<void> {
  await db.$executeRaw`
    UPDATE mail_send SET provider = ${provider}, provider_id = coalesce(provider_id, ${providerId}), last_error = NULL,
      props = NULL, state = CASE state WHEN 'queued' THEN 'sent' ELSE state END,
      state_at = CASE state WHEN 'queued' THEN ${at} ELSE state_at END
    WHERE id = ${id}::uuid`;
}

type Unsent = { id: string; state: "failed" | "suppressed"; code: string; at: Date };

export async function markUnsent(db: Db, { id, state, code, at }: Unsent): Promise<void> {
  const data = { state, lastError: code.slice(0, 100), props: null, stateAt: at };
  await db.mailSend.updateMany({ where: { id, state: "queued" }, data });
}

export async function listQueued(db: Db, prefix: string, suffix: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM mail_send WHERE state = 'queued' AND key LIKE ${`${prefix}%`} AND right(key, ${suffix.length}) = ${suffix}`;
  return rows.map(({ key }) => key);
}

export async function withdraw(db: Db, keyPrefix: string, at: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE mail_send SET state = 'suppressed', last_error = 'WITHDRAWN', props = NULL, state_at = ${at}
    WHERE state = 'queued' AND key LIKE ${`${keyPrefix}%`}`;
}

export async function noteFailure(db: Db, id: string, code: string): Promise<void> {
  await db.mailSend.updateMany({ where: { id, state: "queued" }, data: { lastError: code.slice(0, 100) } });
}

/** The send that an event speaks of, when it is one of ours. */
export async function findSendOf(db: Db, { sendId, providerId }: MailEvent): Promise<Found | null> {
  const own = z.uuid().safeParse(sendId);
  return db.mailSend.findFirst({
    where: { OR: [{ providerId }, ...(own.success ? [{ id: own.data }] : [])] },
    select: { id: true, toHash: true },
  });
}
type Found = { id: string; toHash: string };

/** False when this event has been told before. */
export async function insertEvent(db: Db, sendId: string, { id, state, at }: MailEvent): Promise<boolean> {
  const { count } = await db.mailEvent.createMany({ data: [{ id, sendId, state, at }], skipDuplicates: true });
  return count === 1;
}

/** Forward only: whatever is further along in this list stays, in whatever order events arrive. */
const order = Prisma.sql`ARRAY['queued', 'sent', 'suppressed', 'failed', 'delivered', 'bounced', 'complained']`;

export async function moveForward(db: Db, id: string, { state, at, code, providerId }: MailEvent): Promise<void> {
  await db.$executeRaw`
    UPDATE mail_send SET state = ${state}, state_at = ${at}, last_error = ${code}, props = NULL, provider = 'resend',
      provider_id = coalesce(provider_id, ${providerId})
    WHERE id = ${id}::uuid AND array_position(${order}, state) < array_position(${order}, ${state})`;
}

/** A bounce outweighs a complaint; only an "ok" that came after both, set by a person, outweighs them. */
export async function noteAddress(
  db: Db,
  { addressHash, state, at }: { addressHash: string; state: "bounced" | "complained"; at: Date },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO mail_address AS known (address_hash, state, at) VALUES (${addressHash}, ${state}, ${at})
    ON CONFLICT (address_hash) DO UPDATE SET state = excluded.state, at = greatest(known.at, excluded.at)
    WHERE (known.state = 'ok' AND known.at < excluded.at) OR (known.state = 'complained' AND excluded.state = 'bounced')`;
}

/** How many rows went: sends are kept for 180 days, the outbox for 30. */
export async function deleteOld(db: Db, most: number): Promise<number> {
  const sends = await db.$executeRaw`DELETE FROM mail_send WHERE id IN (
    SELECT id FROM mail_send WHERE created_at < now() - interval '180 days' LIMIT ${most})`;
  const kept = await db.$executeRaw`DELETE FROM outbox_mail WHERE id IN (
    SELECT id FROM outbox_mail WHERE at < now() - interval '30 days' LIMIT ${most})`;
  return sends + kept;
}

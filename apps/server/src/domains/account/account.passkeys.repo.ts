import type { PasskeyView } from "@muejam/contracts/passkey";
import type { Db } from "@muejam/db";
import type { PublicKey } from "../../kernel/passkeys.ts";

export type Passkey = PublicKey & { id: string; subject: string };
type NewPasskey = Passkey & { name: string; isSynced: boolean; createdAt: Date };

const shown = { id: true, name: true, isSynced: true, createdAt: true, lastUsedAt: true };
const used = { id: true, subject: true, credentialId: true, publicKey: true, counter: true, transports: true };

export async function listPasskeys(db: Db, subject: string): Promise<PasskeyView[]> {
  const rows = await db.passkey.findMany({ where: { subject }, orderBy: { createdAt: "desc" }, select: shown });
  return rows.map(({ createdAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

export const listCredentials = (db: Db, subject: string): Promise<Pick<PublicKey, "credentialId" | "transports">[]> =>
  db.passkey.findMany({ where: { subject }, select: { credentialId: true, transports: true } });

export const countPasskeys = (db: Db, subject: string): Promise<number> => db.passkey.count({ where: { subject } });

export async function findPasskey(db: Db, credentialId: string): Promise<Passkey | null> {
  const row = await db.passkey.findUnique({ where: { credentialId }, select: used });
  return row && { ...row, counter: Number(row.counter) };
}

/** False when it is somebody's already. */
export async function insertPasskey(db: Db, passkey: NewPasskey): Promise<boolean> {
  return (await db.passkey.createMany({ data: [passkey], skipDuplicates: true })).count === 1;
}

export async function usePasskey(db: Db, id: string, use: { counter: number; lastUsedAt: Date }): Promise<void> {
  await db.passkey.updateMany({ where: { id }, data: use });
}

type Named = { id: string; subject: string; name: string };

/** False when it is not theirs. */
export async function renamePasskey(db: Db, { id, subject, name }: Named): Promise<boolean> {
  return (await db.passkey.updateMany({ where: { id, subject }, data: { name } })).count === 1;
}

/** Its name; null when it is not theirs. */
export async function deletePasskey(db: Db, { id, subject }: { id: string; subject: string }): Promise<string | null> {
  const found = await db.passkey.findFirst({ where: { id, subject }, select: { name: true } });
  if (found) await db.passkey.deleteMany({ where: { id, subject } });
  return found?.name ?? null;
}

export async function deletePasskeysSince(db: Db, subject: string, since: Date): Promise<void> {
  await db.passkey.deleteMany({ where: { subject, createdAt: { gte: since } } });
}

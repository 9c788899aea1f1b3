import type { Db } from "@muejam/db";

type Device = { subject: string; stamp: string; seenAt: Date };
type Stamps = { subject: string; stamps: readonly string[] };

export async function isKnownDevice(db: Db, { subject, stamps }: Stamps): Promise<boolean> {
  return (await db.knownDevice.count({ where: { subject, stamp: { in: [...stamps] } } })) > 0;
}

/** False when this one has not been seen here before. */
export async function seeDevice(db: Db, { subject, stamps, seenAt }: Stamps & { seenAt: Date }): Promise<boolean> {
  const where = { subject, stamp: { in: [...stamps] } };
  return (await db.knownDevice.updateMany({ where, data: { seenAt } })).count > 0;
}

export const countDevices = (db: Db, subject: string): Promise<number> => db.knownDevice.count({ where: { subject } });

export async function insertDevice(db: Db, device: Device): Promise<void> {
  await db.knownDevice.createMany({ data: [device] });
}

export async function forgetDevice(db: Db, { subject, stamp }: { subject: string; stamp: string }): Promise<void> {
  await db.knownDevice.deleteMany({ where: { subject, stamp } });
}

export async function deleteUnseen(db: Db, before: Date): Promise<void> {
  await db.knownDevice.deleteMany({ where: { seenAt: { lt: before } } });
}

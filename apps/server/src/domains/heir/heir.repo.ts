import { AfterMonths, HeirState, Wish } from "@muejam/contracts/heir";
import type { Db, Prisma } from "@muejam/db";

type Face = { id: string; handle: string; displayName: string };
const face = { id: true, handle: true, displayName: true } as const;

/** `ownerId` is the account, which stays in the server. */
export type WishRow = {
  profileId: string;
  ownerId: string;
  face: Face;
  wish: Wish;
  afterMonths: AfterMonths;
  toSealed: string | null;
  state: HeirState | null;
  heir: Face | null;
  namedAt: Date;
  dueAt: Date | null;
  doneAt: Date | null;
};

const columns = {
  profileId: true,
  profile: { select: { ...face, accountId: true } },
  wish: true,
  afterMonths: true,
  toSealed: true,
  state: true,
  heir: { select: face },
  namedAt: true,
  dueAt: true,
  doneAt: true,
} satisfies Prisma.HeirSelect;

function toWish({ profile, ...row }: Prisma.HeirGetPayload<{ select: typeof columns }>): WishRow {
  const { accountId: ownerId, ...shown } = profile;
  return {
    ...row,
    ownerId,
    face: shown,
    wish: Wish.parse(row.wish),
    afterMonths: AfterMonths.parse(row.afterMonths),
    state: HeirState.nullable().parse(row.state),
  };
}

export async function findWish(db: Db, profileId: string): Promise<WishRow | null> {
  const row = await db.heir.findUnique({ where: { profileId }, select: columns });
  return row && toWish(row);
}

/** Of all faces that are still there. */
export async function listOfAccount(db: Db, accountId: string): Promise<WishRow[]> {
  const where = { profile: { accountId, state: { not: "closed" } } };
  return (await db.heir.findMany({ where, orderBy: { profileId: "asc" }, select: columns })).map(toWish);
}

export async function listEntrusted(db: Db, heirId: string): Promise<WishRow[]> {
  const where = { heirId, state: "accepted", profile: { state: { not: "closed" } } };
  return (await db.heir.findMany({ where, orderBy: { namedAt: "asc" }, select: columns })).map(toWish);
}

export type NewWish = Pick<WishRow, "profileId" | "wish" | "afterMonths" | "toSealed" | "state" | "namedAt">;

/** In place of an earlier one, and as if nobody had been warned or asked before. */
export async function putWish(db: Db, { profileId, ...wish }: NewWish): Promise<void> {
  const fresh = { ...wish, heirId: null, warnings: 0, warnedAt: null, dueAt: null, doneAt: null };
  await db.heir.upsert({ where: { profileId }, create: { profileId, ...fresh }, update: fresh });
}

/** False when nothing was wished. */
export async function deleteWish(db: Db, profileId: string): Promise<boolean> {
  const { count } = await db.heir.deleteMany({ where: { profileId } });
  return count === 1;
}

export async function putAnswer(
  db: Db,
  profileId: string,
  { state, heirId }: { state: HeirState; heirId: string | null },
): Promise<void> {
  await db.heir.updateMany({ where: { profileId }, data: { state, heirId } });
}

/** False when somebody else has just done it. */
export async function putDone(db: Db, profileId: string, doneAt: Date): Promise<boolean> {
  const { count } = await db.heir.updateMany({ where: { profileId, doneAt: null }, data: { doneAt } });
  return count === 1;
}

export async function putDue(db: Db, profileId: string, dueAt: Date): Promise<void> {
  await db.heir.updateMany({ where: { profileId }, data: { dueAt } });
}

import type { Db } from "@muejam/db";
import type { Issuer } from "../../kernel/identity.ts";
import type { Who } from "./account.repo.ts";

type WayIn = Who & { emailStamp: string | null; isEmailVerified: boolean };

/** How an account is entered with this issuer. */
export async function findWayIn(
  db: Db,
  { accountId, issuer }: { accountId: string; issuer: Issuer },
): Promise<WayIn | null> {
  const row = await db.identity.findFirst({
    where: { accountId, issuer },
    select: { subject: true, emailStamp: true, isEmailVerified: true },
  });
  return row && { issuer, ...row };
}

export type Former = { accountId: string; who: Who; openedAt: Date };

/** The oldest open account that another issuer has proven one of these stamps for. */
export async function findFormer(
  db: Db,
  { notOf, stamps }: { notOf: Issuer; stamps: readonly string[] },
): Promise<Former | null> {
  const issuer = notOf === "clerk" ? "built-in" : "clerk";
  const row = await db.identity.findFirst({
    where: { issuer, emailStamp: { in: [...stamps] }, isEmailVerified: true, account: { closedAt: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { accountId: true, subject: true, account: { select: { createdAt: true } } },
  });
  return row && { accountId: row.accountId, who: { issuer, subject: row.subject }, openedAt: row.account.createdAt };
}

/** Whether anything has been written there, by any face. */
export async function hasWritten(db: Db, accountId: string): Promise<boolean> {
  const count = await db.collaborator.count({ where: { profile: { accountId } } });
  return count > 0;
}

export async function moveWayIn(db: Db, { issuer, subject }: Who, accountId: string): Promise<void> {
  await db.identity.updateMany({ where: { issuer, subject }, data: { accountId } });
}

export async function dropWayIn(db: Db, { issuer, subject }: Who): Promise<void> {
  await db.identity.deleteMany({ where: { issuer, subject } });
}

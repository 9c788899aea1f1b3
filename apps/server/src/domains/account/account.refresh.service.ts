import { randomBytes } from "node:crypto";
import type { Ctx } from "../../kernel/ctx.ts";
import { deviceName } from "../../kernel/device-name.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Person } from "../../kernel/identity.ts";
import { randomId } from "../../kernel/ids.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { endSessions } from "./account.ending.service.ts";
import { judgeRefresh } from "./account.sessions.policy.ts";
import * as repo from "./account.sessions.repo.ts";

/** A session, and when its owner last showed who they are. */
export type Proven = { person: Person; sessionId: string; provenAt: Date | null };
export type Refreshed = Proven & { refreshToken: string };

/** A session ends when nobody has refreshed it for so long. */
export const refreshSeconds = 30 * 86_400;
const stampPurpose = "account.refresh";
const successorPurpose = "account.refresh.successor";

export async function openFamily(ctx: Ctx, tx: Tx, sessionId: string): Promise<string> {
  const id = randomId();
  const token = `${id}.${randomBytes(32).toString("base64url")}`;
  await insert(ctx, tx, { id, token, sessionId, parentId: null });
  return token;
}

/** The next refresh token for this one, once; a token that comes back after its grace ends the session for everybody. */
export async function refresh(ctx: Ctx, token: string): Promise<Refreshed> {
  const refreshed = await transact(ctx, async (tx) => {
    const row = await findToken(ctx, tx, token);
    const verdict = row ? judgeRefresh(row, tx.now) : "over";
    if (!row || verdict === "over") return null;
    if (verdict === "stolen") return endStolen(ctx, tx, row.sessionId);
    const session = await ctx.accounts.prolongSession(tx.db, row.sessionId, {
      seenAt: tx.now,
      expiresAt: endOf(tx.now),
    });
    if (!session) return null;
    const refreshToken = verdict === "rotate" ? await rotate(ctx, tx, { row, token }) : await repeat(ctx, tx, token);
    return refreshToken && { ...session, sessionId: row.sessionId, refreshToken };
  });
  if (!refreshed) throw new AppError("SESSION_ENDED");
  return refreshed;
}

/** The session that a refresh token belongs to, used or not. */
export async function findRefreshSession(ctx: Ctx, tx: Tx, token: string): Promise<string | null> {
  return (await findToken(ctx, tx, token))?.sessionId ?? null;
}

async function findToken(ctx: Ctx, tx: Tx, token: string): Promise<repo.RefreshToken | null> {
  const id = token.slice(0, 36);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await repo.lockRefreshToken(tx.db, id);
  return row && ctx.keys.hasMac(stampPurpose, token, row.secretStamp) ? row : null;
}

async function rotate(ctx: Ctx, tx: Tx, { row, token }: { row: repo.RefreshToken; token: string }): Promise<string> {
  const id = randomId();
  const [secret = ""] = successorSecrets(ctx, token, id);
  const successor = `${id}.${secret}`;
  await repo.useRefreshToken(tx.db, row.id, tx.now);
  await insert(ctx, tx, { id, token: successor, sessionId: row.sessionId, parentId: row.id });
  return successor;
}

/** No row holds a token, so the successor is made again, from the token that only its owner can show. */
async function repeat(ctx: Ctx, tx: Tx, token: string): Promise<string | null> {
  const row = await repo.findSuccessor(tx.db, token.slice(0, 36));
  if (!row) return null;
  const candidates = successorSecrets(ctx, token, row.id).map((secret) => `${row.id}.${secret}`);
  return candidates.find((candidate) => ctx.keys.hasMac(stampPurpose, candidate, row.secretStamp)) ?? null;
}

const successorSecrets = (ctx: Ctx, token: string, id: string) => ctx.keys.macs(successorPurpose, `${token}:${id}`);

async function endStolen(ctx: Ctx, tx: Tx, sessionId: string): Promise<null> {
  const session = await ctx.accounts.findSession(tx.db, sessionId);
  if (!session) return null;
  const { subject, email, userAgent } = session;
  await endSessions(ctx, tx, { issuer: "built-in", subject, sessionIds: [sessionId], reason: "stolen" });
  tx.audit({ act: "session.stolen", subject: `session:${sessionId}` });
  await sendMail(tx, {
    template: "refresh-reused",
    props: {
      link: `${ctx.publicUrl}/settings/sessions`,
      at: tx.now.toISOString(),
      device: deviceName(userAgent),
    },
    to: email,
    key: `refresh-reused:${sessionId}`,
    reason: "security",
  });
  return null;
}

type New = { id: string; token: string; sessionId: string; parentId: string | null };

async function insert(ctx: Ctx, tx: Tx, { id, token, sessionId, parentId }: New): Promise<void> {
  const secretStamp = ctx.keys.mac(stampPurpose, token);
  const row = { id, sessionId, parentId, secretStamp, createdAt: tx.now, expiresAt: endOf(tx.now) };
  await repo.insertRefreshToken(tx.db, row);
}

const endOf = (now: Date) => new Date(now.getTime() + refreshSeconds * 1000);

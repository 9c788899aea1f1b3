import type { Ctx } from "../../kernel/ctx.ts";
import type { Issuer } from "../../kernel/identity.ts";
import { transact } from "../../kernel/transact.ts";
import { endSessions } from "./account.ending.service.ts";
import { IdentityChanged, IdentityDeleted } from "./account.events.ts";
import { assertMayTell } from "./account.sessions.policy.ts";

type Who = { issuer: Issuer; subject: string };

/** An issuer's messages come late, twice and in any order: they only say where to look, so that the order cannot matter. */
export async function hearChanged(ctx: Ctx, { issuer, subject }: Who): Promise<void> {
  assertMayTell(ctx.actor);
  await transact(ctx, async (tx) => {
    tx.emit(IdentityChanged, { issuer, subject });
    return null;
  });
}

export async function hearDeleted(ctx: Ctx, { issuer, subject }: Who): Promise<void> {
  assertMayTell(ctx.actor);
  await transact(ctx, async (tx) => {
    tx.emit(IdentityDeleted, { issuer, subject });
    return null;
  });
}

export async function hearSessionEnded(ctx: Ctx, ended: Who & { sessionId: string }): Promise<void> {
  const { issuer, subject, sessionId } = ended;
  assertMayTell(ctx.actor);
  await transact(ctx, async (tx) => {
    await endSessions(ctx, tx, { issuer, subject, sessionIds: [sessionId], reason: "issuer" });
    return null;
  });
}

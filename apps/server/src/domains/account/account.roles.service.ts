import type { Role, RoleChange, RoleHolding } from "@muejam/contracts/account";
import type { PageInput } from "@muejam/contracts/page";
import type { StaffPage } from "@muejam/contracts/staff";
import type { Db } from "@muejam/db";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { randomId } from "../../kernel/ids.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.service.ts";
import { assertInPerson, assertNotLast, assertProvenLately, assertStanding } from "./account.policy.ts";
import * as repo from "./account.roles.repo.ts";
import { note } from "./account.safety.service.ts";

/** The roles of this very moment, read from the primary; refuses a session that was ended and a key that was revoked. */
export async function readStanding(ctx: Ctx, actor: Holder): Promise<readonly Role[]> {
  const credential = actor.kind === "member" ? { session: actor.session } : { keyId: actor.keyId };
  return assertStanding(actor, await repo.findStanding(ctx.db, actor.accountId, credential)).roles;
}

export function listStaff(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<StaffPage> {
  assertInPerson(ctx.actor);
  return readPage(
    { keys: ctx.keys, list: "account.staff", cursor, limit },
    (after, take) => repo.listStaff(ctx.db, { after, take }),
    ({ id, grantedAt }) => ({ at: grantedAt, id }),
  );
}

export async function grantRole(ctx: Ctx<Holder>, change: RoleChange): Promise<RoleHolding> {
  assertInPerson(ctx.actor);
  assertProvenLately(ctx.actor, ctx.now());
  const { profileId, role, purpose } = change;
  return transact(ctx, async (tx) => {
    const accountId = await holderOf(tx.db, profileId);
    await repo.lockHolders(tx.db, role);
    const grant = {
      id: randomId(),
      accountId,
      role,
      grantedBy: ctx.actor.accountId,
      isNamed: false,
      profileId,
      grantedAs: ctx.actor.profileId,
      grantedAt: tx.now,
    };
    if (await repo.insertGrant(tx.db, grant)) {
      await note(tx, accountId, { kind: "role_granted", detail: { role } });
      tx.audit({ act: "role.granted", subject: `account:${accountId}`, purpose, detail: { role, profileId } });
      tx.touch(`account:${accountId}`);
    }
    return { profileId, roles: await repo.listRoles(tx.db, accountId) };
  });
}

export async function endRole(ctx: Ctx<Holder>, change: RoleChange): Promise<RoleHolding> {
  assertInPerson(ctx.actor);
  assertProvenLately(ctx.actor, ctx.now());
  const { profileId, role, purpose } = change;
  return transact(ctx, async (tx) => {
    const accountId = await holderOf(tx.db, profileId);
    assertNotLast(role, await repo.lockHolders(tx.db, role), accountId);
    const end = { endedAt: tx.now, endedBy: ctx.actor.accountId };
    if (await repo.endGrant(tx.db, { accountId, role }, end)) {
      await note(tx, accountId, { kind: "role_ended", detail: { role } });
      tx.audit({ act: "role.ended", subject: `account:${accountId}`, purpose, detail: { role, profileId } });
      tx.touch(`account:${accountId}`);
    }
    return { profileId, roles: await repo.listRoles(tx.db, accountId) };
  });
}

/** Once, and for nobody whom people made one before: whoever is demoted stays so, whatever the configuration says. */
export async function nameAdministrator(ctx: Ctx<System>, accountId: string): Promise<void> {
  const role = "administrator";
  await transact(ctx, async (tx) => {
    const nobody = { grantedBy: null, profileId: null, grantedAs: null };
    const grant = { ...nobody, id: randomId(), accountId, role, isNamed: true, grantedAt: tx.now } as const;
    if (!(await repo.insertGrant(tx.db, grant))) return null;
    await note(tx, accountId, { kind: "role_granted", detail: { role } });
    tx.audit({
      act: "role.granted",
      subject: `account:${accountId}`,
      purpose: "configuration:admin_emails",
      detail: { role },
    });
    tx.touch(`account:${accountId}`);
    return null;
  });
}

async function holderOf(db: Db, profileId: string): Promise<string> {
  const accountId = await profile.findAccountId(db, profileId);
  if (accountId === null) throw new AppError("NOT_FOUND");
  return accountId;
}

import { Role } from "@muejam/contracts/account";
import { z } from "zod";
import type { Member, System } from "../../kernel/actor.ts";
import { asSystem, type Ctx } from "../../kernel/ctx.ts";
import { dayMs } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import type { Identity } from "../../kernel/identity.ts";
import { randomId } from "../../kernel/ids.ts";
import type { KeyRing } from "../../kernel/keys.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import * as closing from "../profile/profile.closing.service.ts";
import * as profile from "../profile/profile.service.ts";
import { revokeAllKeys } from "./account.ending.service.ts";
import { type EndReason, IdentityChanged } from "./account.events.ts";
import { assertOpen, chooseProfile } from "./account.policy.ts";
import * as repo from "./account.repo.ts";
import { endAllGrants } from "./account.roles.repo.ts";
import { nameAdministrator } from "./account.roles.service.ts";
import { note, noteOf } from "./account.safety.service.ts";

/** What is known of an account, as the cache keeps it. `isNamed`: the configuration names a proven address of theirs. */
const Person = z.object({
  isClosed: z.boolean(),
  seenOn: z.iso.date(),
  roles: z.array(Role),
  profileIds: z.array(z.uuid()),
  isEmailVerified: z.boolean(),
  isNamed: z.boolean(),
  hasBeenAdministrator: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** What addresses are sealed and stamped for. */
export const emailPurpose = "identity.email";

/** From a token's words to somebody of ours. The first call makes the account, its way in and its first face. */
export async function resolvePerson(ctx: Ctx, identity: Identity, actingAs: string | undefined): Promise<Member> {
  const who = { issuer: identity.issuer, subject: identity.subject };
  const accountId = (await readAccountId(ctx, who)) ?? (await open(ctx, identity));
  let person = await readPerson(ctx, accountId);
  if (person.isNamed && !person.hasBeenAdministrator) {
    await nameAdministrator(asSystem(ctx, "configuration"), accountId);
    person = await readPerson(ctx, accountId);
  }
  if (person.seenOn < dayOf(ctx.now())) await noteSeen(asSystem(ctx, "account.seen"), accountId);
  return {
    kind: "member",
    accountId,
    profileId: chooseProfile(person.profileIds, actingAs),
    roles: person.roles,
    isEmailVerified: person.isEmailVerified,
    session: {
      issuer: identity.issuer,
      id: identity.sessionId,
      endsAt: identity.expiresAt,
      provenAt: identity.provenAt,
    },
  };
}

/** Refuses whom a closed account was. */
export async function readPerson(ctx: Ctx, accountId: string): Promise<Person> {
  const person = await ctx.cache.read({
    key: `account.person:${accountId}`,
    tags: [`account:${accountId}`],
    ttlSeconds: 300,
    schema: Person.nullable(),
    load: () => loadPerson(ctx, accountId),
  });
  if (!person) throw new AppError("TOKEN_INVALID");
  assertOpen(person);
  return person;
}

/** What the faces of this person are called; none before their first call. */
export async function listHandles(ctx: Ctx, who: repo.Who): Promise<string[]> {
  const accountId = await repo.findAccountId(ctx.db, who);
  return accountId ? profile.listHandles(ctx.db, accountId) : [];
}

/** The issuer says that somebody is no longer as before; the truth is read there. */
export async function followChange(ctx: Ctx<System>, who: repo.Who): Promise<void> {
  const found = await ctx.findPerson(who);
  if (!found) return;
  await transact(ctx, async (tx) => {
    await repo.lockIdentity(tx.db, who);
    const known = await repo.findIdentity(tx.db, who);
    if (!known) return null;
    const address = addressOf(ctx.keys, found.email);
    const isEmailVerified = found.isEmailVerified && address !== null;
    const isSame =
      known.isEmailVerified === isEmailVerified &&
      (found.email === null ? known.emailStamp === null : isStampOf(ctx.keys, found.email, known.emailStamp));
    if (isSame) return null;
    await repo.updateIdentity(tx.db, who, { address, isEmailVerified });
    await note(tx, known.accountId, { kind: "email_changed", detail: { isVerified: isEmailVerified } });
    tx.touch(`account:${known.accountId}`);
    return null;
  });
}

/** Their faces go one by one within the hour, their keys and roles at once. Whoever was never here leaves a mark. */
export async function followDeletion(ctx: Ctx<System>, who: repo.Who): Promise<void> {
  await transact(ctx, async (tx) => {
    await repo.lockIdentity(tx.db, who);
    const known = await repo.findIdentity(tx.db, who);
    if (!known) await repo.insertGone(tx.db, who, new Date(tx.now.getTime() + dayMs));
    if (!known || !(await repo.closeAccount(tx.db, known.accountId, tx.now))) return null;
    await leaveEverything(tx, known.accountId);
    tx.audit({ act: "account.closed", subject: `account:${known.accountId}`, purpose: "identity:deleted" });
    return null;
  });
}

export async function noteSessionEnd(ctx: Ctx<System>, ended: repo.Who & { reason: EndReason }): Promise<void> {
  const { issuer, subject, reason } = ended;
  await transact(ctx, async (tx) => {
    await noteOf(tx, { issuer, subject }, { kind: "session_ended", detail: { reason } });
    return null;
  });
}

/** Twenty first calls at once wait for one another, and all but the first find what it made. */
async function open(ctx: Ctx, identity: Identity): Promise<string> {
  const { issuer, subject, email } = identity;
  const who = { issuer, subject };
  const { accountId } = await transact(asSystem(ctx, "account.open"), async (tx) => {
    await repo.lockIdentity(tx.db, who);
    tx.touch(tagOf(who));
    const known = await repo.findAccountId(tx.db, who);
    if (known) return { accountId: known };
    assertOpen({ isClosed: await repo.isGone(tx.db, who) });
    const id = randomId();
    const isEmailVerified = identity.isEmailVerified && email !== null;
    const address = addressOf(ctx.keys, email);
    await repo.insertAccount(tx.db, { id, identityId: randomId(), who, address, isEmailVerified, createdAt: tx.now });
    await profile.openFirst(tx, id);
    await note(tx, id, { kind: "account_opened", detail: { issuer } });
    // The token told no address: the issuer is asked, since what it said before this account was there went unheard.
    if (email === null) tx.emit(IdentityChanged, who);
    return { accountId: id };
  });
  return accountId;
}

/** An account that nobody enters any more. */
const dayOf = (now: Date): string => now.toISOString().slice(0, 10);

/** Once a day: whoever stays away for long has said what shall become of their stories. */
async function noteSeen(ctx: Ctx<System>, accountId: string): Promise<void> {
  await transact(ctx, async (tx) => {
    await repo.noteSeen(tx.db, accountId, new Date(dayOf(tx.now)));
    tx.touch(`account:${accountId}`);
    return null;
  });
}

export async function leaveEverything(tx: Tx, accountId: string): Promise<void> {
  await endAllGrants(tx.db, accountId, tx.now);
  await revokeAllKeys(tx, accountId);
  await closing.leave(tx, accountId);
  await note(tx, accountId, { kind: "account_closed" });
  tx.touch(`account:${accountId}`);
}

const readAccountId = (ctx: Ctx, who: repo.Who) =>
  ctx.cache.read({
    key: `account.of:${who.issuer}:${who.subject}`,
    tags: [tagOf(who)],
    ttlSeconds: 300,
    schema: z.uuid().nullable(),
    load: () => repo.findAccountId(ctx.db, who),
  });

async function loadPerson(ctx: Ctx, accountId: string): Promise<Person | null> {
  const [account, profileIds] = await Promise.all([
    repo.findAccount(ctx.db, accountId),
    profile.listLiveIds(ctx.db, accountId),
  ]);
  if (!account) return null;
  const { emails, ...rest } = account;
  const proven = emails.flatMap(({ sealed, isVerified }) => (sealed && isVerified ? [sealed] : []));
  const isNamed = proven.some((sealed) => ctx.adminEmails.includes(ctx.keys.decrypt(emailPurpose, sealed)));
  return { ...rest, profileIds, isEmailVerified: proven.length > 0, isNamed };
}

function addressOf(keys: KeyRing, email: string | null): repo.Address {
  if (email === null) return null;
  const plain = email.trim().toLowerCase();
  return { sealed: keys.encrypt(emailPurpose, plain), stamp: keys.mac(emailPurpose, plain) };
}

const isStampOf = (keys: KeyRing, email: string, stamp: string | null) =>
  stamp !== null && keys.hasMac(emailPurpose, email.trim().toLowerCase(), stamp);

export const tagOf = ({ issuer, subject }: repo.Who) => `identity:${issuer}:${subject}`;

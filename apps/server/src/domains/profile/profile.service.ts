import { randomBytes } from "node:crypto";
import {
  type ByHandle,
  OwnProfile,
  type Profile,
  type ProfileChange,
  type ProfileInput,
} from "@muejam/contracts/profile";
import type { Db } from "@muejam/db";
import { z } from "zod";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { randomId } from "../../kernel/ids.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { subjectShape } from "../visibility/visibility.repo.ts";
import { reveal, revealList, type Visible, viewerOf, visitorScope } from "../visibility/visibility.service.ts";
import { ProfileChanged, ProfileCreated } from "./profile.events.ts";
import { keepFormerHandle, listFormerHandles } from "./profile.handles.repo.ts";
import { assertFreeName, assertOwn, assertRoomForProfile, daysReserved, isInHand } from "./profile.policy.ts";
import * as repo from "./profile.repo.ts";

export const toProfile = ({ id, handle, displayName }: Visible<repo.ProfileRow>): Profile => ({
  id,
  handle,
  displayName,
});
const toOwnProfile = (profile: Visible<repo.ProfileRow>): OwnProfile => OwnProfile.parse(profile);

export async function byHandle(ctx: Ctx, { handle }: ByHandle): Promise<Profile> {
  const [found, viewer] = await Promise.all([readByHandle(ctx, handle.toLowerCase()), viewerOf(ctx)]);
  const profile = found && reveal(viewer, found);
  if (!profile) throw new AppError("NOT_FOUND");
  return toProfile(profile);
}

/** Of whom a handle is, whoever may see them; for narrowing a list that judges by itself. */
export const idOf = async (ctx: Ctx, handle: string): Promise<string | null> =>
  (await readByHandle(ctx, handle.toLowerCase()))?.id ?? null;

export async function listOwn(ctx: Ctx<Holder>): Promise<OwnProfile[]> {
  const { accountId } = ctx.actor;
  const own = await revealList({ ...visitorScope, accountId }, repo.subjectColumns, (where) =>
    repo.listOfAccount(ctx.db, accountId, where),
  );
  return own.filter(({ id }) => isInHand(ctx.actor, id)).map(toOwnProfile);
}

export async function create(ctx: Ctx<Holder>, { handle, displayName }: ProfileInput): Promise<OwnProfile> {
  assertFreeName({ handle, displayName });
  const { accountId } = ctx.actor;
  return transact(ctx, async (tx) => {
    assertRoomForProfile(await repo.lockAndCount(tx.db, accountId));
    const id = randomId();
    await claim(tx, handle, id);
    return toOwnProfile(ownOf(ctx, await insert(tx, { id, accountId, handle, displayName })));
  });
}

export async function update(ctx: Ctx<Holder>, { id, ...change }: ProfileChange): Promise<OwnProfile> {
  const { handle } = change;
  assertFreeName(change);
  return transact(ctx, async (tx) => {
    const owner = await repo.findOwner(tx.db, id);
    assertOwn(ctx.actor, owner && { id, ...owner });
    if (handle !== undefined) await claim(tx, handle, id);
    const profile = await repo.update(tx.db, id, change);
    if (!profile || !owner) throw new AppError("NOT_FOUND");
    if (profile.handle.toLowerCase() !== owner.handle.toLowerCase())
      await keepFormerHandle(tx.db, { handle: owner.handle, profileId: id, leftAt: tx.now });
    tx.emit(ProfileChanged, { profileId: id });
    const former = await listFormerHandles(tx.db, [id]);
    tx.touch(...[owner.handle, profile.handle, ...former].map(tagOf));
    return toOwnProfile(ownOf(ctx, profile));
  });
}

export const listLiveIds = (db: Db, accountId: string): Promise<string[]> => repo.listLiveIds(db, accountId);
export const listHandles = (db: Db, accountId: string): Promise<string[]> => repo.listHandles(db, accountId);
export const findAccountId = async (db: Db, id: string): Promise<string | null> =>
  (await repo.findOwner(db, id))?.accountId ?? null;

export async function handleOf(db: Db, id: string): Promise<string> {
  const owner = await repo.findOwner(db, id);
  if (!owner) throw new AppError("NOT_FOUND");
  return owner.handle;
}

/** The face that everybody has from their first call on; what it is called tells nothing. */
export async function openFirst(tx: Tx, accountId: string): Promise<void> {
  const handle = `reader_${randomBytes(5).toString("hex")}`;
  await insert(tx, { id: randomId(), accountId, handle, displayName: handle });
}

export const StoredProfile: z.ZodType<repo.ProfileRow> = OwnProfile.extend({ ...subjectShape, accountId: z.uuid() });

const readByHandle = (ctx: Ctx, handle: string) =>
  ctx.cache.read({
    key: `profile.byHandle:${handle}`,
    tags: [tagOf(handle)],
    ttlSeconds: 300,
    schema: StoredProfile.nullable(),
    load: () => repo.findByHandle(ctx.db, handle),
  });

async function claim(tx: Tx, handle: string, id: string): Promise<void> {
  const since = daysBefore(tx.now, daysReserved);
  if (!(await repo.claimHandle(tx.db, handle, { id, since }))) throw new AppError("HANDLE_TAKEN");
}

async function insert(
  tx: Tx,
  profile: { id: string; accountId: string; handle: string; displayName: string },
): Promise<repo.ProfileRow> {
  const row = await repo.insert(tx.db, { ...profile, createdAt: tx.now });
  tx.emit(ProfileCreated, { profileId: row.id });
  tx.touch(tagOf(row.handle), `account:${row.accountId}`);
  return row;
}

/** Whoever has just written it sees it; a profile that its own owner may not see was not written. */
function ownOf({ actor }: Ctx<Holder>, profile: repo.ProfileRow): Visible<repo.ProfileRow> {
  const seen = reveal({ ...visitorScope, accountId: actor.accountId }, profile);
  if (!seen) throw new AppError("NOT_FOUND");
  return seen;
}

export const tagOf = (handle: string) => `handle:${handle.toLowerCase()}`;

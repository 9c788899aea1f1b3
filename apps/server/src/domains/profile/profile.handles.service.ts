import type { FormerHandles, ProfileRef, Redirect } from "@muejam/contracts/profile";
import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysAfter, daysBefore } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { transact } from "../../kernel/transact.ts";
import * as repo from "./profile.handles.repo.ts";
import { assertOwn, daysRedirected, daysReserved } from "./profile.policy.ts";
import { findOwner } from "./profile.repo.ts";
import { tagOf } from "./profile.service.ts";

/** What a face was called in the last two years, for its owner alone. */
export async function listFormer(ctx: Ctx<Holder>, { id }: ProfileRef): Promise<FormerHandles> {
  return listLeft(ctx.db, await findOwn(ctx, ctx.db, id), ctx.now());
}

/** Whoever wants to be found under a new name alone lets the old address lead nowhere; it stays theirs either way. */
export function redirect(ctx: Ctx<Holder>, { id, handle, isRedirected }: Redirect): Promise<FormerHandles> {
  return transact(ctx, async (tx) => {
    const face = await findOwn(ctx, tx.db, id);
    if (!(await repo.redirect(tx.db, { profileId: id, handle }, isRedirected))) throw new AppError("NOT_FOUND");
    tx.touch(tagOf(handle));
    return listLeft(tx.db, face, tx.now);
  });
}

type Named = { profileId: string; handle: string };

async function findOwn({ actor }: Ctx<Holder>, db: Db, id: string): Promise<Named> {
  const owner = await findOwner(db, id);
  assertOwn(actor, owner && { id, ...owner });
  return { profileId: id, handle: owner?.handle ?? "" };
}

async function listLeft(db: Db, face: Named, now: Date): Promise<FormerHandles> {
  const rows = await repo.listLeft(db, { ...face, since: daysBefore(now, daysReserved) });
  const handles = rows.map(({ handle, leftAt, isRedirected }) => ({
    handle,
    leftAt: leftAt.toISOString(),
    isRedirected,
    redirectsUntil: daysAfter(leftAt, daysRedirected).toISOString(),
    reservedUntil: daysAfter(leftAt, daysReserved).toISOString(),
  }));
  return { handles };
}

import type { PageInput } from "@muejam/contracts/page";
import type { {{Name}}, {{Name}}Input, {{Name}}Page, {{Name}}Ref } from "@muejam/contracts/{{name}}";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { timedId } from "../../kernel/ids.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import { {{Name}}Added } from "./{{name}}.events.ts";
import { assertMayAdd, assertMayRemove, daysKept } from "./{{name}}.policy.ts";
import * as repo from "./{{name}}.repo.ts";

export function listOwn(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<{{Name}}Page> {
  const { accountId } = ctx.actor;
  return readPage(
    { keys: ctx.keys, list: `{{name}}:${accountId}`, cursor, limit },
    (after, take) => repo.list(ctx.db, { accountId, after, take }),
    (entry: {{Name}}) => ({ at: entry.createdAt, id: entry.id }),
  );
}

export function add(ctx: Ctx<Holder>, { name }: {{Name}}Input): Promise<{{Name}}> {
  const { accountId } = ctx.actor;
  return transact(ctx, async (tx) => {
    assertMayAdd(await repo.count(tx.db, accountId));
    const entry = await repo.insert(tx.db, { id: timedId(tx.now), accountId, name, createdAt: tx.now });
    if (!entry) throw new AppError("CONFLICT");
    tx.emit({{Name}}Added, { id: entry.id });
    return entry;
  });
}

export function remove(ctx: Ctx<Holder>, { id }: {{Name}}Ref): Promise<{{Name}}Ref> {
  return transact(ctx, async (tx) => {
    assertMayRemove(ctx.actor, await repo.findOwner(tx.db, id));
    if (!(await repo.remove(tx.db, id, tx.now))) throw new AppError("NOT_FOUND");
    return { id };
  });
}

export async function purge(ctx: Ctx<System>): Promise<void> {
  await transact(ctx, async (tx) => {
    await repo.deleteRemovedBefore(tx.db, daysBefore(tx.now, daysKept));
    return null;
  });
}

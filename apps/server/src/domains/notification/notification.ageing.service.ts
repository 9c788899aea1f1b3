import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import { deleteOld } from "./notification.ageing.repo.ts";

const daysKeptRead = 90;
const daysKeptUnread = 365;
const batch = 1_000;

/** What somebody read goes after a quarter, what nobody ever read after a year. Numbers are never given again. */
export async function purge(ctx: Ctx<System>, take = batch): Promise<void> {
  const now = ctx.now();
  const ages = { readBefore: daysBefore(now, daysKeptRead), toldBefore: daysBefore(now, daysKeptUnread), take };
  while ((await deleteOld(ctx.db, ages)) === take);
}

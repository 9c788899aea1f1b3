import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysAfter } from "../../kernel/days.ts";
import { removeUnnamed } from "./media.keeping.repo.ts";
import { daysKept } from "./media.policy.ts";

/** In small steps, since each picture is looked for in all that was written in its stories. */
export async function removeForgotten(ctx: Ctx<System>, take = 50): Promise<void> {
  const now = ctx.now();
  const due = { now, keptUntil: daysAfter(now, daysKept), take };
  while ((await removeUnnamed(ctx.db, due)) === take);
}

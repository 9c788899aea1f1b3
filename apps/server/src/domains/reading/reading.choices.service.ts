import type { ReadingChoices } from "@muejam/contracts/reading";
import type { Holder, Member, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { transact } from "../../kernel/transact.ts";
import { findAccountId } from "../profile/profile.service.ts";
import * as repo from "./reading.choices.repo.ts";
import { HistoryRefused } from "./reading.events.ts";
import { mustForget } from "./reading.policy.ts";

export const readChoices = async (ctx: Ctx<Holder>): Promise<ReadingChoices> => ({
  keepsHistory: await repo.keepsHistory(ctx.db, ctx.actor.accountId),
});

/** Whoever wants no history has none: what was kept goes in the same act. */
export function choose(ctx: Ctx<Member>, choices: ReadingChoices): Promise<ReadingChoices> {
  const { accountId, profileId } = ctx.actor;
  return transact(ctx, async (tx) => {
    await repo.upsertChoice(tx.db, accountId, choices.keepsHistory);
    if (mustForget(choices)) {
      await repo.deletePositions(tx.db, accountId);
      tx.emit(HistoryRefused, { profileId });
    }
    return choices;
  });
}

/** Once more: a place that was being written in that very moment was not to be seen there. */
export async function forget(ctx: Ctx<System>, { profileId }: { profileId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const accountId = await findAccountId(tx.db, profileId);
    const keepsHistory = accountId === null || (await repo.keepsHistory(tx.db, accountId));
    if (accountId && mustForget({ keepsHistory })) await repo.deletePositions(tx.db, accountId);
    return null;
  });
}

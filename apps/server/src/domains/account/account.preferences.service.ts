import type { Onboarding, Preferences, Preferred } from "@muejam/contracts/account";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { transact } from "../../kernel/transact.ts";
import { birthPurpose, isAdult } from "../visibility/visibility.service.ts";
import { assertAdult, assertBirthDate } from "./account.policy.ts";
import * as repo from "./account.preferences.repo.ts";
import { note } from "./account.safety.service.ts";

export async function readPreferences(ctx: Ctx<Holder>): Promise<Preferred> {
  return toPreferred(ctx, await repo.findPreferences(ctx.db, ctx.actor.accountId));
}

/** The day of birth is kept once and sealed; saying it again changes what one likes to read, and nothing else. */
export async function onboard(ctx: Ctx<Holder>, { birthDate, interests }: Onboarding): Promise<Preferred> {
  const { accountId } = ctx.actor;
  return transact(ctx, async (tx) => {
    assertBirthDate(birthDate, tx.now);
    const birthSealed = tx.keys.encrypt(birthPurpose, birthDate);
    if (await repo.keepBirth(tx.db, accountId, { birthSealed, onboardedAt: tx.now }))
      await note(tx, accountId, { kind: "birth_date_given" });
    await repo.replaceInterests(tx.db, accountId, interests);
    return toPreferred(ctx, await repo.findPreferences(tx.db, accountId));
  });
}

export async function setPreferences(ctx: Ctx<Holder>, given: Preferences): Promise<Preferred> {
  const { showsMature, interests, languages } = given;
  const { accountId } = ctx.actor;
  return transact(ctx, async (tx) => {
    if (showsMature) assertAdult(toPreferred(ctx, await repo.findPreferences(tx.db, accountId)));
    if (showsMature !== undefined) await repo.updateShowsMature(tx.db, accountId, showsMature);
    if (interests) await repo.replaceInterests(tx.db, accountId, interests);
    if (languages) await repo.updateLanguages(tx.db, accountId, languages.toSorted());
    return toPreferred(ctx, await repo.findPreferences(tx.db, accountId));
  });
}

function toPreferred(ctx: Ctx, { birthSealed, ...kept }: repo.PreferencesRow): Preferred {
  return {
    isOnboarded: birthSealed !== null,
    isAdult: birthSealed !== null && isAdult(ctx.keys.decrypt(birthPurpose, birthSealed), ctx.now()),
    ...kept,
  };
}

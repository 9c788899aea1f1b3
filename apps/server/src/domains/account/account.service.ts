import type { Me } from "@muejam/contracts/account";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import * as profile from "../profile/profile.service.ts";
import { countKeys } from "./account.keys.service.ts";
import { readPerson } from "./account.people.service.ts";
import { readPreferences } from "./account.preferences.service.ts";

/** For its owner in person: here, and nowhere else, the faces of one person stand side by side. */
export async function me(ctx: Ctx<Holder>): Promise<Me> {
  const [{ roles, isEmailVerified }, profiles, keyCount, preferred] = await Promise.all([
    readPerson(ctx, ctx.actor.accountId),
    profile.listOwn(ctx),
    countKeys(ctx),
    readPreferences(ctx),
  ]);
  return { actingAs: ctx.actor.profileId, profiles, roles, isEmailVerified, keyCount, ...preferred };
}

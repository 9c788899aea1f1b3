import type { Db } from "@muejam/db";
import type { Ctx } from "../../kernel/ctx.ts";
import * as repo from "./account.addresses.repo.ts";
import { emailPurpose } from "./account.people.service.ts";

/** Those of these accounts that have proven an address. */
export const listReachable = async (db: Db, accountIds: readonly string[]): Promise<Set<string>> =>
  new Set(await repo.listReachable(db, accountIds));

/** Where mail for this account goes; null when it has proven no address. */
export async function addressOf(ctx: Ctx, accountId: string): Promise<string | null> {
  const sealed = await repo.findSealedAddress(ctx.db, accountId);
  return sealed && ctx.keys.decrypt(emailPurpose, sealed);
}

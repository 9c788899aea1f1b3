import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { deskOf } from "../../kernel/live.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./draft.repo.ts";

/** Those who have the chapter open as well read again, once this is committed. Asks no database. */
export async function tellDesks(
  { presence, actor }: Ctx<Holder>,
  tx: Tx,
  { storyId, chapterId }: { storyId: string; chapterId: string },
): Promise<void> {
  for (const [profileId, spot] of await presence.list(storyId))
    if (spot === chapterId && profileId !== actor.profileId) deskOf(profileId).forEach(tx.announce);
}

/** How far a draft has come. */
export const findVersion = (db: Db, chapterId: string): Promise<number> => repo.findVersion(db, chapterId);

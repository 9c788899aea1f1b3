import type { Db } from "@muejam/db";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { deskOf } from "../../kernel/live.ts";
import { pageOf, whoseOf } from "../../kernel/presence.ts";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./draft.repo.ts";

/**
 * Whoever has the chapter open as well, on another page of their own too, reads again once this is committed. Asks no
 * database. `journalId`: what the page that acts is known by.
 */
export async function tellDesks(
  { presence, actor }: Ctx<Holder>,
  tx: Tx,
  { storyId, chapterId, journalId }: { storyId: string; chapterId: string; journalId?: string },
): Promise<void> {
  const here = [...(await presence.list(storyId))].filter(
    ([page, spot]) => spot === chapterId && page !== pageOf(actor.profileId, journalId),
  );
  for (const profileId of new Set(here.map(([page]) => whoseOf(page)))) deskOf(profileId).forEach(tx.announce);
}

/** How far a draft has come. */
export const findVersion = (db: Db, chapterId: string): Promise<number> => repo.findVersion(db, chapterId);

import type { Db } from "@muejam/db";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./story.parts.repo.ts";
import { assertOthers, shareable } from "./story.policy.ts";
import { tagsOf } from "./story.refs.service.ts";

export const countParts = (db: Db, profileId: string): Promise<number> => repo.countParts(db, profileId);

/** All that one face leads is from now on in another's hands as well. How many stories that are. */
export async function entrust(tx: Tx, { from, to }: { from: string; to: string }): Promise<number> {
  assertOthers(from, to);
  const stories = await repo.shareAll(tx.db, { from, to, rights: shareable, at: tx.now });
  tx.touch(...stories.flatMap(tagsOf));
  return stories.length;
}

import type { Tx } from "../../kernel/transact.ts";
import { partBetween } from "../story/story.team.service.ts";
import * as repo from "./team.repo.ts";

/** Two people are cut: neither is asked by the other any more, and of the two faces neither works for the other. */
export async function cutTeams(tx: Tx, one: string, other: string): Promise<void> {
  await repo.silenceBetween(tx.db, one, other);
  for (const { storyId, profileId } of await partBetween(tx, one, other))
    tx.audit({ act: "team.parted", subject: `story:${storyId}`, detail: { profileId } });
}

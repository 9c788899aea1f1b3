import type { Db } from "@muejam/db";
import { AppError } from "../../kernel/errors.ts";
import type { Tx } from "../../kernel/transact.ts";
import { profileColumns as columns } from "../profile/profile.followers.service.ts";
import { revealList, type ViewerScope, type Visible } from "../visibility/visibility.service.ts";
import { assertMay, assertNotLead, type Right } from "./story.policy.ts";
import { tagsOf } from "./story.refs.service.ts";
import { lockStory } from "./story.rights.repo.ts";
import * as repo from "./story.team.repo.ts";

export type { MemberRow, Standing } from "./story.team.repo.ts";

type Part = { storyId: string; profileId: string };

/** The story as a face of its team has it in hand. To everybody else it does not exist. */
export async function standing(db: Db, { storyId, profileId }: Part, right: Right): Promise<repo.Standing> {
  const found = await repo.findStanding(db, storyId, profileId);
  assertMay(found && found.rights, right);
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

/** The same, and whoever else changes the team waits until this transaction is over. */
export async function lockTeam(tx: Tx, part: Part, right: Right): Promise<repo.Standing> {
  await lockStory(tx.db, part.storyId);
  return standing(tx.db, part, right);
}

/** As those who work with them see them: faces that are gone are gone here, too. */
export const listMembers = (db: Db, storyId: string, viewer: ViewerScope): Promise<Visible<repo.MemberRow>[]> =>
  revealList(viewer, columns, (where) => repo.listMembers(db, { storyId, columns, where }));

/** False when they have a part in it already. */
export async function join(tx: Tx, part: Part, rights: readonly Right[]): Promise<boolean> {
  const story = await repo.insertPart(tx.db, { ...part, rights, at: tx.now });
  if (story) tx.touch(...tagsOf(story));
  return story !== null;
}

/** From this moment on none of its doors opens to them. False when they had no part in it. */
export async function part(tx: Tx, { id, ref, leadId }: repo.Standing, profileId: string): Promise<boolean> {
  assertNotLead(leadId, profileId);
  const hasLeft = await repo.deletePart(tx.db, { storyId: id, profileId });
  if (hasLeft) tx.touch(...tagsOf({ id, ref }));
  return hasLeft;
}

/** What they may do there from this moment on, and nothing else. False when they have no part in it. */
export async function grant(
  tx: Tx,
  { id, ref, leadId }: repo.Standing,
  { profileId, rights }: { profileId: string; rights: readonly Right[] },
): Promise<boolean> {
  assertNotLead(leadId, profileId);
  const hasPart = await repo.updatePart(tx.db, { storyId: id, profileId }, rights);
  if (hasPart) tx.touch(...tagsOf({ id, ref }));
  return hasPart;
}

/** Neither of two faces works any more on what the other leads. */
export async function partBetween(tx: Tx, one: string, other: string): Promise<Part[]> {
  const parted = await repo.deletePartsBetween(tx.db, one, other);
  tx.touch(...parted.flatMap(({ storyId, ref }) => tagsOf({ id: storyId, ref })));
  return parted;
}

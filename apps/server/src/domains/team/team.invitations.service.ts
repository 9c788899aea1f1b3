import type { PageInput } from "@muejam/contracts/page";
import type { Invitation, InvitationAnswer, InvitationAnswered, InvitationPage } from "@muejam/contracts/team";
import type { Db } from "@muejam/db";
import type { Holder, Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import * as story from "../story/story.team.service.ts";
import { revealList, revealOrRefuse, unasked, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import { TeamJoined } from "./team.events.ts";
import { assertOpen, rightsOf } from "./team.policy.ts";
import * as repo from "./team.repo.ts";

/** What the acting face is asked, and no other of its account. */
export async function list(ctx: Ctx<Holder>, { cursor, limit }: PageInput): Promise<InvitationPage> {
  const { profileId } = ctx.actor;
  const viewer = unasked(await viewerOf(ctx));
  const now = ctx.now();
  const { items, nextCursor } = await readPage(
    { keys: ctx.keys, list: `team.invitations:${profileId}`, cursor, limit },
    (after, take) =>
      revealList(viewer, repo.columns, (where) => repo.listOpen(ctx.db, { profileId, now, where, after, take })),
    ({ at, id }) => ({ at: at.toISOString(), id }),
  );
  return { items: items.map(toInvitation), nextCursor };
}

/** A no says nothing but no, and stands as long as the question would have. */
export async function answer(ctx: Ctx<Member>, { id, isAccepted }: InvitationAnswer): Promise<InvitationAnswered> {
  const viewer = await viewerOf(ctx);
  const { profileId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const asked = await repo.findOpen(tx.db, id, tx.now);
    const open = asked?.profileId === profileId ? revealOrRefuse(viewer, asked) : null;
    assertOpen(open);
    const { storyId } = open;
    if (isAccepted) await join(tx, open);
    else assertOpen((await repo.decline(tx.db, id)) || null);
    const act = isAccepted ? "team.joined" : "team.declined";
    tx.audit({ act, subject: `story:${storyId}`, detail: { profileId, role: open.role } });
    return { storyId: isAccepted ? storyId : null };
  });
}

/** One that is withdrawn at this very moment brings nobody in. */
async function join(tx: Tx, { id, storyId, profileId, role }: Visible<repo.OpenRow>): Promise<void> {
  assertOpen((await repo.take(tx.db, id)) || null);
  await story.join(tx, { storyId, profileId }, rightsOf[role]);
  tx.emit(TeamJoined, { storyId, profileId });
}

/** For telling of it; null when there is nothing to answer any more. */
export const findOpen = (db: Db, id: string, now: Date): Promise<repo.OpenRow | null> => repo.findOpen(db, id, now);

const toInvitation = ({ id, title, lead, role, at, expiresAt }: Visible<repo.OpenRow>): Invitation => ({
  id,
  title,
  lead,
  role,
  at: at.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

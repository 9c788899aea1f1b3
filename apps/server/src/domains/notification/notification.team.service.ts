import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { sendMail } from "../../kernel/mail.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { addressOf } from "../account/account.addresses.service.ts";
import { findFollowed } from "../profile/profile.followers.service.ts";
import { findStory } from "../story/story.subjects.service.ts";
import { findOpen } from "../team/team.invitations.service.ts";
import { scopesOf, type Visible } from "../visibility/visibility.service.ts";
import { isMailed, unsubscribeLink } from "./notification.choices.service.ts";
import { isListening, tellable } from "./notification.policy.ts";
import { tell } from "./notification.tell.service.ts";

type Open = NonNullable<Awaited<ReturnType<typeof findOpen>>>;

/** The face that was asked, once, if it still is and may see who asks. */
export async function tellInvited(ctx: Ctx<System>, { invitationId }: { invitationId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const open = await findOpen(tx.db, invitationId, tx.now);
    const told = open && (await findFollowed(tx.db, open.profileId));
    const [accountId] = told?.team ?? [];
    if (!open || accountId === undefined || !told || !isListening(told)) return null;
    const { profileId } = open;
    const here = { ...ctx, db: tx.db };
    const seen = tellable((await scopesOf(here, [{ accountId, profileId }])).get(profileId), open);
    if (!seen) return null;
    const fact = { key: `invited:${seen.id}`, kind: "team-invited", actorId: seen.lead.id } as const;
    const isNew = (await tell(tx, [profileId], fact)).has(profileId);
    const to = isNew && (await isMailed(tx.db, accountId, "team-invited")) ? await addressOf(here, accountId) : null;
    if (to !== null) await mail(ctx, tx, seen, to);
    return null;
  });
}

/** The lead, when somebody said yes. */
export async function tellJoined(ctx: Ctx<System>, one: { storyId: string; profileId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const story = await findStory(tx.db, one.storyId);
    const lead = story && (await findFollowed(tx.db, story.leadId));
    const joined = await findFollowed(tx.db, one.profileId);
    const [accountId] = lead?.team ?? [];
    if (!story?.faces.includes(one.profileId) || !lead || !joined || accountId === undefined || !isListening(lead))
      return null;
    const profileId = story.leadId;
    const viewer = (await scopesOf({ ...ctx, db: tx.db }, [{ accountId, profileId }])).get(profileId);
    const key = `joined:${one.storyId}:${one.profileId}`;
    if (tellable(viewer, joined)) await tell(tx, [profileId], { key, kind: "team-joined", actorId: one.profileId });
    return null;
  });
}

async function mail(ctx: Ctx, tx: Tx, { id, lead, title, role, profileId }: Visible<Open>, to: string): Promise<void> {
  const unsubscribe = unsubscribeLink(ctx, profileId, "team-invited");
  await sendMail(tx, {
    template: "team-invited",
    props: { lead: lead.displayName, story: title, role, link: `${ctx.publicUrl}/invitations`, unsubscribe },
    to,
    key: `team-invited:${id}`,
    reason: "news",
    unsubscribe,
  });
}

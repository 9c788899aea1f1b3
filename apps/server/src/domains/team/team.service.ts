import type { InviteInput, OfStory, Team, TeamFace, TeamRoleChange } from "@muejam/contracts/team";
import type { Db } from "@muejam/db";
import type { Holder, Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysAfter } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { timedId } from "../../kernel/ids.ts";
import { deskOf } from "../../kernel/live.ts";
import { leaveWhole } from "../../kernel/presence.ts";
import { transact } from "../../kernel/transact.ts";
import { profileColumns as columns } from "../profile/profile.followers.service.ts";
import { byHandle, findAccountId } from "../profile/profile.service.ts";
import * as story from "../story/story.team.service.ts";
import { revealList, type Visible, visitorScope } from "../visibility/visibility.service.ts";
import { TeamInvited, TeamRoleChanged } from "./team.events.ts";
import {
  assertAskable,
  assertInvitable,
  assertNotOneself,
  assertProven,
  invitationDays,
  partOf,
  rightsOf,
} from "./team.policy.ts";
import * as repo from "./team.repo.ts";

/** Whoever reads the drafts knows with whom. */
export async function get(ctx: Ctx<Holder>, { storyId }: OfStory): Promise<Team> {
  const { profileId } = ctx.actor;
  return read(ctx, ctx.db, await story.standing(ctx.db, { storyId, profileId }, "read"));
}

/** A face that may not be seen, and one that does not exist, are refused alike; whoever is cut is asked in silence. */
export async function invite(ctx: Ctx<Member>, { storyId, handle, role }: InviteInput): Promise<Team> {
  const { accountId, profileId: leadId } = ctx.actor;
  assertProven(ctx.actor);
  await story.standing(ctx.db, { storyId, profileId: leadId }, "lead");
  const { id: profileId } = await byHandle(ctx, { handle });
  return transact(ctx, async (tx) => {
    const standing = await story.lockTeam(tx, { storyId, profileId: leadId }, "lead");
    assertNotOneself(accountId, (await findAccountId(tx.db, profileId)) ?? accountId);
    const { members, invited } = await read(ctx, tx.db, standing);
    assertInvitable({
      isMember: members.some(({ face }) => face.id === profileId),
      isAsked: invited.some(({ face }) => face.id === profileId),
      others: members.length + invited.length,
    });
    const asked = { id: timedId(tx.now), storyId, profileId, role, at: tx.now };
    const invitationId = await repo.upsert(tx.db, { ...asked, expiresAt: daysAfter(tx.now, invitationDays) });
    assertAskable(invitationId);
    tx.audit({ act: "team.invited", subject: `story:${storyId}`, detail: { profileId, role } });
    tx.emit(TeamInvited, { invitationId });
    return read(ctx, tx.db, standing);
  });
}

/** Whoever was asked finds nothing to answer any more. */
export async function withdraw(ctx: Ctx<Member>, { storyId, profileId }: TeamFace): Promise<Team> {
  return transact(ctx, async (tx) => {
    const standing = await story.lockTeam(tx, { storyId, profileId: ctx.actor.profileId }, "lead");
    if (!(await repo.withdraw(tx.db, { storyId, profileId }))) throw new AppError("NOT_FOUND");
    tx.audit({ act: "team.withdrawn", subject: `story:${storyId}`, detail: { profileId } });
    return read(ctx, tx.db, standing);
  });
}

export async function remove(ctx: Ctx<Member>, { storyId, profileId }: TeamFace): Promise<Team> {
  const team = await transact(ctx, async (tx) => {
    const standing = await story.lockTeam(tx, { storyId, profileId: ctx.actor.profileId }, "lead");
    if (!(await story.part(tx, standing, profileId))) throw new AppError("NOT_FOUND");
    tx.audit({ act: "team.removed", subject: `story:${storyId}`, detail: { profileId } });
    deskOf(profileId).forEach(tx.announce);
    return read(ctx, tx.db, standing);
  });
  await leaveWhole(ctx.presence, storyId, profileId);
  return team;
}

/** What they may no longer do is refused from the next call on; the chapter they have open hears of it at once. */
export const changeRole = (ctx: Ctx<Member>, { storyId, profileId, role }: TeamRoleChange): Promise<Team> =>
  transact(ctx, async (tx) => {
    const standing = await story.lockTeam(tx, { storyId, profileId: ctx.actor.profileId }, "lead");
    if (!(await story.grant(tx, standing, { profileId, rights: rightsOf[role] }))) throw new AppError("NOT_FOUND");
    tx.audit({ act: "team.changed", subject: `story:${storyId}`, detail: { profileId, role } });
    tx.emit(TeamRoleChanged, { storyId, profileId });
    deskOf(profileId).forEach(tx.announce);
    return read(ctx, tx.db, standing);
  });

export async function leave(ctx: Ctx<Member>, { storyId }: OfStory): Promise<OfStory> {
  const { profileId } = ctx.actor;
  const left = await transact(ctx, async (tx) => {
    await story.part(tx, await story.lockTeam(tx, { storyId, profileId }, "read"), profileId);
    tx.audit({ act: "team.left", subject: `story:${storyId}`, detail: { profileId } });
    deskOf(profileId).forEach(tx.announce);
    return { storyId };
  });
  await leaveWhole(ctx.presence, storyId, profileId);
  return left;
}

async function read(ctx: Ctx<Holder>, db: Db, { id: storyId, title, rights }: story.Standing): Promise<Team> {
  const viewer = { ...visitorScope, accountId: ctx.actor.accountId };
  const isLead = rights.includes("lead");
  const members = await story.listMembers(db, storyId, viewer);
  const list = (where: Parameters<typeof repo.listInvited>[1]["where"]) =>
    repo.listInvited(db, { storyId, now: ctx.now(), columns, where });
  const invited = isLead ? await revealList(viewer, columns, list) : [];
  return {
    storyId,
    title,
    isLead,
    members: members.map((member) => ({ face: toFace(member), part: partOf(member.rights) })),
    invited: invited.map((one) => ({
      face: toFace(one),
      role: one.role,
      isDeclined: one.isDeclined,
      expiresAt: one.expiresAt.toISOString(),
    })),
  };
}

const toFace = ({ id, handle, displayName }: Visible<story.MemberRow | repo.InvitedRow>) => ({
  id,
  handle,
  displayName,
});

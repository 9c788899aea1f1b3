import type { PageInput } from "@muejam/contracts/page";
import type { Block, BlockedPage, Blocking, Mute, MutedPage, Muting } from "@muejam/contracts/reach";
import type { Member } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { readPage } from "../../kernel/page.ts";
import { transact } from "../../kernel/transact.ts";
import { profileColumns as columns, findFollowed } from "../profile/profile.followers.service.ts";
import { cutTies } from "../social/social.ties.service.ts";
import { cutTeams } from "../team/team.ties.service.ts";
import { revealList, revealOrRefuse, unblocked, type ViewerScope, viewerOf } from "../visibility/visibility.service.ts";
import { ProfileBlocked, ProfileMuted } from "./reach.events.ts";
import { assertNotOwn } from "./reach.policy.ts";
import * as repo from "./reach.repo.ts";

/** What the two faces had of each other ends; between their people's other faces all stays as it looks. */
export async function block(ctx: Ctx<Member>, { profileId, isBlocked }: Block): Promise<Blocking> {
  const viewer = unblocked(await viewerOf(ctx));
  const { accountId, profileId: byId } = ctx.actor;
  return transact(ctx, async (tx) => {
    if (isBlocked) {
      assertNotOwn(accountId, revealOrRefuse(viewer, await findFollowed(tx.db, profileId)));
      if (await repo.insertBlock(tx.db, { accountId, blockerId: byId, blockedId: profileId }, tx.now)) {
        await cutTeams(tx, byId, profileId);
        await cutTies(tx, byId, profileId);
        tx.emit(ProfileBlocked, { byId, profileId });
      }
    } else await repo.deleteBlock(tx.db, { accountId, blockedId: profileId });
    return { isBlocked };
  });
}

export async function mute(ctx: Ctx<Member>, { profileId, isMuted }: Mute): Promise<Muting> {
  const viewer = await viewerOf(ctx);
  const { accountId, profileId: byId } = ctx.actor;
  return transact(ctx, async (tx) => {
    if (isMuted) {
      assertNotOwn(accountId, revealOrRefuse(viewer, await findFollowed(tx.db, profileId)));
      if (await repo.insertMute(tx.db, { accountId, mutedId: profileId }, tx.now))
        tx.emit(ProfileMuted, { byId, profileId });
    } else await repo.deleteMute(tx.db, { accountId, mutedId: profileId });
    return { isMuted };
  });
}

export async function blocked(ctx: Ctx<Member>, page: PageInput): Promise<BlockedPage> {
  const { items, nextCursor } = await listShut(ctx, page, "blocked", repo.listBlocked);
  return { items: items.map(({ shown, by, at }) => ({ face: shown, by, at })), nextCursor };
}

export async function muted(ctx: Ctx<Member>, page: PageInput): Promise<MutedPage> {
  const { items, nextCursor } = await listShut(ctx, page, "muted", repo.listMuted);
  return { items: items.map(({ shown, at }) => ({ face: shown, at })), nextCursor };
}

async function listShut<Row extends repo.ShutRow>(
  ctx: Ctx<Member>,
  { cursor, limit }: PageInput,
  name: string,
  list: (db: Ctx["db"], query: Parameters<typeof repo.listMuted>[1]) => Promise<Row[]>,
) {
  const { accountId } = ctx.actor;
  const viewer = finding(await viewerOf(ctx));
  return readPage(
    { keys: ctx.keys, list: `reach.${name}:${accountId}`, cursor, limit },
    (after, take) => revealList(viewer, columns, (where) => list(ctx.db, { accountId, columns, where, after, take })),
    ({ at, id }) => ({ at, id }),
  );
}

/** Everybody on such a list was put there by its owner, and is found there whatever they have done since. */
const finding = (viewer: ViewerScope): ViewerScope => ({ ...unblocked(viewer), blocking: [] });

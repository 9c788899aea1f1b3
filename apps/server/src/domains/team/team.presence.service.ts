import type { Desk, DeskInput, OfStories, Present, PresentList } from "@muejam/contracts/presence";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { deskOf } from "../../kernel/live.ts";
import { pageOf, whoseOf } from "../../kernel/presence.ts";
import { findVersion } from "../draft/draft.desks.service.ts";
import { profileColumns as columns } from "../profile/profile.followers.service.ts";
import { writable } from "../story/story.rights.service.ts";
import { revealList, type Visible, viewerOf } from "../visibility/visibility.service.ts";
import { assertInStory } from "./team.policy.ts";
import * as repo from "./team.presence.repo.ts";

/**
 * Somebody says that they are in a chapter, and hears who else is in the story and how far the draft has come. Entered
 * before the right is looked at: whoever is sent away in between is out, and stays out.
 */
export async function here(ctx: Ctx<Holder>, { storyId, chapterId, journalId }: DeskInput): Promise<Desk> {
  const page = pageOf(ctx.actor.profileId, journalId);
  const isNew = await ctx.presence.enter(storyId, page, chapterId);
  const rights = await rightsIn(ctx, { storyId, chapterId }).catch(async (error) => {
    await ctx.presence.leave(storyId, page);
    throw error;
  });
  if (isNew) await tellDesks(ctx, storyId);
  const version = await findVersion(ctx.db, chapterId);
  return { version, rights, others: await list(ctx, [storyId]) };
}

/** In the stories of these that the asking face works on; nothing is told of the others. */
export const present = async (ctx: Ctx<Holder>, { storyIds }: OfStories): Promise<PresentList> => ({
  items: await list(ctx, storyIds),
});

async function rightsIn(
  ctx: Ctx<Holder>,
  { storyId, chapterId }: Omit<DeskInput, "journalId">,
): Promise<Desk["rights"]> {
  const chapter = await writable(ctx, ctx.db, chapterId, "read");
  assertInStory(chapter, storyId);
  return chapter.rights;
}

async function list(ctx: Ctx<Holder>, storyIds: readonly string[]): Promise<Present[]> {
  const askerId = ctx.actor.profileId;
  const found = await Promise.all(
    storyIds.map(async (storyId) =>
      [...(await spotsIn(ctx, storyId))].map(([profileId, chapterId]) => ({ storyId, profileId, chapterId })),
    ),
  );
  const places = found.flat().filter(({ profileId }) => profileId !== askerId);
  if (places.length === 0) return [];
  const seen = await revealList(await viewerOf(ctx), columns, (where) =>
    repo.listPresent(ctx.db, { askerId, places, columns, where }),
  );
  return seen.map(toPresent);
}

/**
 * A hint that may be lost: whoever misses it asks again a little later anyway. None comes of a face that is not shown:
 * it would say that somebody is there.
 */
async function tellDesks(ctx: Ctx<Holder>, storyId: string): Promise<void> {
  const others = [...(await spotsIn(ctx, storyId)).keys()].filter((id) => id !== ctx.actor.profileId);
  if (others.length > 0 && (await repo.isShown(ctx.db, ctx.actor.profileId)))
    await ctx.live.announce(others.flatMap(deskOf)).catch(() => undefined);
}

/** One of each: whoever has two pages open is in one of them. */
const spotsIn = async ({ presence }: Ctx, storyId: string): Promise<Map<string, string>> =>
  new Map([...(await presence.list(storyId))].map(([page, spot]) => [whoseOf(page), spot]));

const toPresent = (one: Visible<repo.PresentRow>): Present => ({
  storyId: one.storyId,
  face: { id: one.id, handle: one.handle, displayName: one.displayName },
  chapter: { id: one.chapterId, number: one.number, title: one.title },
});

import type { ByHandle } from "@muejam/contracts/profile";
import type { PinnedStories, Pins } from "@muejam/contracts/story";
import { z } from "zod";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { transact } from "../../kernel/transact.ts";
import * as profile from "../profile/profile.service.ts";
import * as repo from "./story.pins.repo.ts";
import { assertAllWritten } from "./story.policy.ts";
import { cardsOf } from "./story.service.ts";

/** What somebody shows first of what they wrote. */
export async function pinned(ctx: Ctx, { handle }: ByHandle): Promise<PinnedStories> {
  const { id } = await profile.byHandle(ctx, { handle });
  const ids = await ctx.cache.read({
    key: `story.pinned:${id}`,
    tags: [profile.tagOf(handle)],
    ttlSeconds: 300,
    schema: z.array(z.uuid()),
    load: () => repo.listPins(ctx.db, id),
  });
  const cards = await cardsOf(ctx, ids);
  return { stories: ids.flatMap((one) => cards.get(one) ?? []) };
}

/** Of the acting face: nobody else's page is theirs to order. */
export function pin(ctx: Ctx<Holder>, { storyIds }: Pins): Promise<Pins> {
  const { profileId } = ctx.actor;
  return transact(ctx, async (tx) => {
    assertAllWritten(storyIds, await repo.countWritten(tx.db, profileId, storyIds));
    await repo.replacePins(tx.db, profileId, storyIds);
    tx.touch(profile.tagOf(await profile.handleOf(tx.db, profileId)));
    return { storyIds };
  });
}

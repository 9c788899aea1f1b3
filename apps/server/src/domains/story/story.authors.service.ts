import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import * as repo from "./story.authors.repo.ts";
import { tagsOf } from "./story.refs.service.ts";

/** A face that was renamed or is gone stands on the cards of its stories, and decides who sees them. */
export async function dropStoriesOf(ctx: Ctx<System>, { profileId }: { profileId: string }): Promise<void> {
  const stories = await repo.listLedBy(ctx.db, profileId);
  if (stories.length === 0) return;
  const slugs = new Set(stories.flatMap((story) => story.slugs));
  const tags = [...stories.flatMap(tagsOf), "stories", ...[...slugs].map((slug) => `tag:${slug}`)];
  await ctx.cache.drop(tags, { mustReachAll: true });
}

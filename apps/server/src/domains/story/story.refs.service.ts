import type { StoryRef } from "@muejam/contracts/story-ref";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import * as repo from "./story.refs.repo.ts";

export const tagOf = (id: string): string => `story:${id}`;
/** For what is found by its address alone. */
export const refTagOf = (ref: string): string => `ref:${ref}`;
/** What a change to a story touches: whatever was read of it goes together. */
export const tagsOf = ({ id, ref }: { id: string; ref: string }): string[] => [tagOf(id), refTagOf(ref)];

/** An address never leads to another story, so that this is kept long; it tells nothing about who may see it. */
export const idOf = (ctx: Ctx, ref: StoryRef): Promise<string | null> =>
  ctx.cache.read({
    key: `story.idOf:${ref}`,
    tags: [refTagOf(ref)],
    ttlSeconds: 3600,
    schema: z.uuid().nullable(),
    load: () => repo.findId(ctx.db, ref),
  });

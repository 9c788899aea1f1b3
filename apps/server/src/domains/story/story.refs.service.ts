import type { StoryRef } from "@muejam/contracts/address";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx.ts";
import * as repo from "./story.refs.repo.ts";

/** An address never leads to another story, so that this is kept long; it tells nothing about who may see it. */
export const idOf = (ctx: Ctx, ref: StoryRef): Promise<string | null> =>
  ctx.cache.read({
    key: `story.idOf:${ref}`,
    tags: [`ref:${ref}`],
    ttlSeconds: 3600,
    schema: z.uuid().nullable(),
    load: () => repo.findId(ctx.db, ref),
  });

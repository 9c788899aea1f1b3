import type { ByChapter, ChapterMove } from "@muejam/contracts/story";
import type { Holder } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { AppError } from "../../kernel/errors.ts";
import { between } from "../../kernel/fractional-index.ts";
import { transact } from "../../kernel/transact.ts";
import * as repo from "./story.order.repo.ts";
import { assertMay, rightOver } from "./story.policy.ts";
import { tagsOf } from "./story.refs.service.ts";
import { lockForPublishing, writable } from "./story.rights.service.ts";

/** Behind another chapter, or first. One row changes, and numbers and addresses stay. */
export const moveChapter = (ctx: Ctx<Holder>, { chapterId, afterId }: ChapterMove): Promise<ByChapter> =>
  transact(ctx, async (tx) => {
    const { rights } = await writable(ctx, tx.db, chapterId, "read");
    const { storyId, ref, ...chapter } = await lockForPublishing(tx, chapterId);
    assertMay(rights, rightOver(chapter));
    const gap = await repo.findGap(tx.db, { storyId, chapterId, afterId });
    if (!gap) throw new AppError("NOT_FOUND");
    await repo.place(tx.db, chapterId, between(gap.before, gap.after));
    tx.touch(...tagsOf({ id: storyId, ref }));
    return { chapterId };
  });

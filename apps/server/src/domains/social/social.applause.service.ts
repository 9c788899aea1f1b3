import type { Applaud, Applauded } from "@muejam/contracts/social";
import { ChapterId } from "@muejam/contracts/story";
import { z } from "zod";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { defineJob } from "../../kernel/jobs.ts";
import { transact } from "../../kernel/transact.ts";
import * as counters from "../story/story.counters.service.ts";
import { findChapter } from "../story/story.subjects.service.ts";
import { revealOrRefuse, viewerOf } from "../visibility/visibility.service.ts";
import * as repo from "./social.applause.repo.ts";
import { assertNotOwn, foldAt } from "./social.policy.ts";

export async function applaud(ctx: Ctx<Holder>, { chapterId, hasApplauded }: Applaud): Promise<Applauded> {
  const [viewer, { accountId, profileId }] = [await viewerOf(ctx), ctx.actor];
  return transact(ctx, async (tx) => {
    assertNotOwn(ctx.actor, revealOrRefuse(viewer, await findChapter(tx.db, chapterId)));
    const clap = { accountId, chapterId };
    const hasChanged = hasApplauded
      ? await repo.insertApplause(tx.db, clap, { profileId, at: tx.now })
      : await repo.deleteApplause(tx.db, clap);
    if (hasChanged) {
      const runAt = foldAt(tx.now);
      tx.enqueue(foldApplauseJob, { chapterId }, { runAt, key: `applause:${chapterId}:${runAt.getTime()}` });
    }
    return { hasApplauded, applauseCount: await repo.countApplause(tx.db, chapterId) };
  });
}

export const foldApplauseJob = defineJob({
  name: "social.foldApplause",
  schema: z.object({ chapterId: ChapterId }),
  run: foldApplause,
});

async function foldApplause(ctx: Ctx<System>, { chapterId }: { chapterId: ChapterId }): Promise<void> {
  await transact(ctx, async (tx) => {
    const sum = await repo.takeUnfolded(tx.db, chapterId);
    if (sum !== 0) await counters.countApplause(tx, chapterId, sum);
    return null;
  });
}

import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { defineJob } from "../../kernel/jobs.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { listReachable } from "../account/account.addresses.service.ts";
import { type Follower, listFollowers } from "../social/social.followers.service.ts";
import { findChapter } from "../story/story.subjects.service.ts";
import { scopesOf } from "../visibility/visibility.service.ts";
import { listMailed } from "./notification.choices.service.ts";
import { mailChapterJob } from "./notification.mail.service.ts";
import { isListening, isNews, tellable } from "./notification.policy.ts";
import { tell } from "./notification.tell.service.ts";

const batchSize = 200;
const Batch = z.object({ chapterId: z.uuid(), after: z.uuid().nullable() });
type Batch = z.infer<typeof Batch>;

export const tellBatchJob = defineJob({ name: "notification.tellBatch", schema: Batch, run: tellBatch });

type Edition = { chapterId: string; isFirst: boolean; isMinor: boolean };

export async function tellFollowers(ctx: Ctx<System>, { chapterId, ...edition }: Edition): Promise<void> {
  if (isNews(edition)) await tellBatch(ctx, { chapterId, after: null });
}

async function tellBatch(ctx: Ctx<System>, { chapterId, after }: Batch): Promise<void> {
  await transact(ctx, async (tx) => {
    const chapter = await findChapter(tx.db, chapterId);
    if (!chapter?.isPublished) return null;
    const { storyId, leadId } = chapter;
    const followers = await listFollowers(tx.db, { storyId, leadId, after, take: batchSize });
    const viewers = await scopesOf({ ...ctx, db: tx.db }, followers);
    const readers = followers.filter((one) => isListening(one) && tellable(viewers.get(one.profileId), chapter));
    const ids = readers.map(({ profileId }) => profileId);
    const told = await tell(tx, ids, { key: `chapter:${chapterId}`, kind: "chapter-published", storyId, chapterId });
    await mail(
      tx,
      chapterId,
      readers.filter(({ profileId }) => told.has(profileId)),
    );
    const last = followers.at(batchSize - 1);
    if (last) tx.enqueue(tellBatchJob, { chapterId, after: last.profileId });
    return null;
  });
}

async function mail(tx: Tx, chapterId: string, readers: readonly Follower[]): Promise<void> {
  const accountIds = readers.map(({ accountId }) => accountId);
  const [reachable, mailed] = [
    await listReachable(tx.db, accountIds),
    await listMailed(tx.db, accountIds, "chapter-published"),
  ];
  for (const { accountId, profileId } of readers)
    if (reachable.has(accountId) && mailed.has(accountId)) tx.enqueue(mailChapterJob, { profileId, chapterId });
}

import { z } from "zod";
import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { timedId } from "../../kernel/ids.ts";
import { defineJob } from "../../kernel/jobs.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { listReachable } from "../account/account.addresses.service.ts";
import { findFollowed } from "../profile/profile.followers.service.ts";
import { type Follower, isHeard, listFollowers } from "../social/social.followers.service.ts";
import { findChapter } from "../story/story.subjects.service.ts";
import { scopesOf } from "../visibility/visibility.service.ts";
import { listMailed } from "./notification.choices.service.ts";
import { mailChapterJob } from "./notification.mail.service.ts";
import { isListening, isNews, tellable } from "./notification.policy.ts";
import * as repo from "./notification.telling.repo.ts";

const batchSize = 200;
const Batch = z.object({ chapterId: z.uuid(), after: z.uuid().nullable() });
type Batch = z.infer<typeof Batch>;

export const tellBatchJob = defineJob({ name: "notification.tellBatch", schema: Batch, run: tellBatch });

type Edition = { chapterId: string; isFirst: boolean; isMinor: boolean };

export async function tellFollowers(ctx: Ctx<System>, { chapterId, ...edition }: Edition): Promise<void> {
  if (isNews(edition)) await tellBatch(ctx, { chapterId, after: null });
}

/** Not of whoever stopped following in the meantime, nor of whom the followed may not see or has cut off. */
export async function tellFollowee(
  ctx: Ctx<System>,
  follow: { followerId: string; followeeId: string },
): Promise<void> {
  const { followerId: actorId, followeeId: profileId } = follow;
  await transact(ctx, async (tx) => {
    const [followee, follower] = [await findFollowed(tx.db, profileId), await findFollowed(tx.db, actorId)];
    const [accountId] = followee?.team ?? [];
    if (!followee || !follower || accountId === undefined || !isListening(followee)) return null;
    if (!(await isHeard(tx.db, follow))) return null;
    const viewer = (await scopesOf({ ...ctx, db: tx.db }, [{ accountId, profileId }])).get(profileId);
    if (tellable(viewer, follower))
      await tell(tx, [profileId], { key: `follower:${actorId}`, kind: "new-follower", actorId });
    return null;
  });
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

/** Those who hear of it for the first time. */
async function tell(tx: Tx, profileIds: readonly string[], fact: repo.Fact): Promise<Set<string>> {
  const told = profileIds.map((profileId) => ({ id: timedId(tx.now), profileId }));
  const newly = await repo.tell(tx.db, { fact, told, at: tx.now });
  for (const profileId of newly) tx.announce(profileId);
  return new Set(newly);
}

async function mail(tx: Tx, chapterId: string, readers: readonly Follower[]): Promise<void> {
  const accountIds = readers.map(({ accountId }) => accountId);
  const [reachable, mailed] = [await listReachable(tx.db, accountIds), await listMailed(tx.db, accountIds)];
  for (const { accountId, profileId } of readers)
    if (reachable.has(accountId) && mailed.has(accountId)) tx.enqueue(mailChapterJob, { profileId, chapterId });
}

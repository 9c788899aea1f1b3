import { Badge, type Verification, type Verified } from "@muejam/contracts/badge";
import { z } from "zod";
import type { Holder, System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { defineJob } from "../../kernel/jobs.ts";
import { type Tx, transact } from "../../kernel/transact.ts";
import { findAccountId, handleOf, tagOf } from "../profile/profile.service.ts";
import { BadgeAwarded } from "./badge.events.ts";
import { assertMayVerify, earned } from "./badge.policy.ts";
import * as repo from "./badge.repo.ts";

/** In the order in which they came. Kept under the face's own tag, so that its page shows a new one at once. */
export const badgesOf = (ctx: Ctx, { id, handle }: { id: string; handle: string }): Promise<Badge[]> =>
  ctx.cache.read({
    key: `badge.of:${id}`,
    tags: [tagOf(handle)],
    ttlSeconds: 300,
    schema: Badge.array(),
    load: () => repo.listOf(ctx.db, id),
  });

export async function awardAuthor(ctx: Ctx<System>, { storyId }: { storyId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const leadId = await repo.findLeadId(tx.db, storyId);
    if (leadId !== null) await award(tx, [leadId]);
    return null;
  });
}

export async function awardFollowed(ctx: Ctx<System>, { followeeId }: { followeeId: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    await award(tx, [followeeId]);
    return null;
  });
}

const batch = 500;
const nobody = "00000000-0000-0000-0000-000000000000";

/** Each night for everybody: what no event told of, or what was told while its subscriber was away. */
export const awardAllJob = defineJob({
  name: "badge.awardAll",
  schema: z.object({ after: z.uuid().default(nobody) }),
  run: awardAll,
  priority: "slow",
  cron: "41 2 * * *",
});

async function awardAll(ctx: Ctx<System>, { after }: { after: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const ids = await repo.listCandidates(tx.db, { after, take: batch });
    await award(tx, ids);
    const last = ids.at(batch - 1);
    if (last !== undefined) tx.enqueue(awardAllJob, { after: last });
    return null;
  });
}

/** Of one face, and never of its account: what staff know of another one is not said here. */
export function setVerified(ctx: Ctx<Holder>, verification: Verification): Promise<Verified> {
  const { profileId, isVerified, purpose } = verification;
  return transact(ctx, async (tx) => {
    assertMayVerify(ctx.actor, await findAccountId(tx.db, profileId));
    const hasChanged = isVerified
      ? (await give(tx, [{ profileId, kind: "verified", cause: `staff:${purpose}` }])) > 0
      : await repo.deleteBadge(tx.db, profileId, "verified");
    if (hasChanged) {
      tx.audit({
        act: isVerified ? "profile.verified" : "profile.unverified",
        subject: `profile:${profileId}`,
        purpose,
      });
      tx.touch(tagOf(await handleOf(tx.db, profileId)));
    }
    return { profileId, isVerified };
  });
}

async function award(tx: Tx, ids: readonly string[]): Promise<void> {
  const faces = await repo.findFaces(tx.db, ids);
  const due = faces.flatMap((face) =>
    earned(face)
      .filter(({ kind }) => !face.held.includes(kind))
      .map((one) => ({ profileId: face.id, ...one })),
  );
  if ((await give(tx, due)) === 0) return;
  const rich = new Set(due.map(({ profileId }) => profileId));
  tx.touch(...faces.filter(({ id }) => rich.has(id)).map(({ handle }) => tagOf(handle)));
}

/** How many of them are new; each of these is told of. */
async function give(tx: Tx, badges: readonly repo.NewBadge[]): Promise<number> {
  if (badges.length === 0) return 0;
  const given = await repo.insertBadges(tx.db, badges, tx.now);
  for (const badge of given) tx.emit(BadgeAwarded, badge);
  return given.length;
}

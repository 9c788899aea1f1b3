import { randomUUID } from "node:crypto";
import type { Ctx } from "../kernel/ctx.ts";
import { type Tx, transact } from "../kernel/transact.ts";

export type Telling = { profileId: string; actorId: string; key?: string };
type Around = { before?: (tx: Tx) => Promise<unknown>; after?: (tx: Tx) => Promise<unknown> };

/** Tells a profile of a follower, as the domain does: under the next number, in the transaction that takes it. */
export const tell = (ctx: Ctx, telling: Telling, { before, after }: Around = {}): Promise<number> =>
  transact(ctx, async (tx) => {
    await before?.(tx);
    const { profileId, actorId, key = randomUUID() } = telling;
    const [row] = await tx.db.$queryRaw<{ seq: bigint }[]>`
      WITH counter AS (
        INSERT INTO live_counter (profile_id, seq) VALUES (${profileId}::uuid, 1)
        ON CONFLICT (profile_id) DO UPDATE SET seq = live_counter.seq + 1 RETURNING seq)
      INSERT INTO notification (id, profile_id, seq, key, kind, actor_id, at)
      SELECT ${randomUUID()}::uuid, ${profileId}::uuid, seq, ${key}, 'new-follower', ${actorId}::uuid, ${tx.now}::timestamptz
      FROM counter RETURNING seq`;
    tx.announce(profileId);
    await after?.(tx);
    return Number(row?.seq);
  });

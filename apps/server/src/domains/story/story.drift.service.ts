import type { System } from "../../kernel/actor.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import * as repo from "./story.drift.repo.ts";

const batch = 500;
const reportedMax = 50;

class CountersDriftedError extends Error {
  override readonly name = "CountersDriftedError";
}

/** Fails when a counter is not what it counts: failed jobs are counted in the metrics, and wait for a person. */
export async function checkCounters(ctx: Ctx<System>): Promise<void> {
  const drifts = [
    ...(await findDrifts(ctx, "story")),
    ...(await findDrifts(ctx, "chapter")),
    ...(await findDrifts(ctx, "profile")),
  ];
  if (drifts.length === 0) return;
  ctx.log.error({ count: drifts.length, drifts: drifts.slice(0, reportedMax) }, "counters have drifted");
  throw new CountersDriftedError(
    drifts
      .slice(0, reportedMax)
      .map(({ id, counter, kept, counted }) => `${counter} of ${id} says ${kept}, there are ${counted}`)
      .join("; "),
  );
}

async function findDrifts({ db }: Ctx<System>, kind: repo.Kind): Promise<repo.Drift[]> {
  const drifts: repo.Drift[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const ids = await repo.listIds(db, kind, { after, take: batch });
    const last = ids.at(-1);
    if (last === undefined) return drifts;
    drifts.push(...(await repo.listDrifts(db, kind, ids)));
    after = last;
  }
}

import {
  type Check,
  type CheckListInput,
  type CheckPage,
  Component,
  type Release,
  StatusNow,
  type TroubleReported,
} from "@muejam/contracts/status";
import type { Db } from "@muejam/db";
import { actorRef, type System } from "../../kernel/actor.ts";
import { defineWarmUp } from "../../kernel/cache-warm.ts";
import type { Ctx } from "../../kernel/ctx.ts";
import { daysBefore } from "../../kernel/days.ts";
import { AppError } from "../../kernel/errors.ts";
import { timedId } from "../../kernel/ids.ts";
import { readPage } from "../../kernel/page.ts";
import { look } from "../../kernel/probes.ts";
import { transact } from "../../kernel/transact.ts";
import * as events from "./status.events.ts";
import { assertMayWithdraw } from "./status.policy.ts";
import * as repo from "./status.repo.ts";

const receiptPurpose = "status.receipt";

export const currentRelease = (ctx: Ctx): Release => ({ release: ctx.release });

export const statusNow = (ctx: Ctx): Promise<StatusNow> =>
  ctx.cache.read({
    key: "status.now",
    tags: ["status"],
    ttlSeconds: 15,
    schema: StatusNow,
    load: () => loadStatus(ctx.db, ctx.now()),
  });

/** The page everybody opens when something is wrong has a first look to show, and is not cold. */
export const warmStatus = defineWarmUp("status.now", async (ctx) => {
  await check(ctx, Component.options);
  await statusNow(ctx);
});

export const listChecks = (ctx: Ctx, { component, cursor, limit }: CheckListInput): Promise<CheckPage> =>
  readPage(
    { keys: ctx.keys, list: `status.history:${component ?? "all"}`, cursor, limit },
    (after, take) => repo.listChecks(ctx.db, { component, after, take }),
    (check: Check) => ({ at: check.checkedAt, id: check.id }),
  );

export const reportTrouble = (ctx: Ctx, component: Component): Promise<TroubleReported> =>
  transact(ctx, async (tx) => {
    const id = timedId(tx.now);
    const isNew = await repo.insertTrouble(tx.db, {
      id,
      component,
      reporter: reporterOf(ctx, tx.now),
      reportedAt: tx.now,
    });
    if (!isNew) throw new AppError("TROUBLE_ALREADY_REPORTED");
    tx.emit(events.TroubleReported, { troubleId: id, component });
    tx.touch("status");
    return { receipt: ctx.keys.sign(receiptPurpose, id), status: await loadStatus(tx.db, tx.now) };
  });

export async function withdrawTrouble(ctx: Ctx, receipt: string): Promise<StatusNow> {
  const id = ctx.keys.verify(receiptPurpose, receipt);
  if (id === null) throw new AppError("RECEIPT_INVALID");
  return transact(ctx, async (tx) => {
    assertMayWithdraw(await repo.findTrouble(tx.db, id));
    if (!(await repo.withdrawTrouble(tx.db, id, tx.now))) throw new AppError("TROUBLE_ALREADY_WITHDRAWN");
    tx.touch("status");
    return loadStatus(tx.db, tx.now);
  });
}

/** Looks at every component; somebody who reports trouble makes us look again at once. */
export const checkAll = (ctx: Ctx<System>): Promise<void> => check(ctx, Component.options);
export const checkReported = (ctx: Ctx<System>, { component }: { component: Component }): Promise<void> =>
  check(ctx, [component]);

/** Checks are kept as long as raw reads, reports only while they can matter. */
export async function purge(ctx: Ctx<System>): Promise<void> {
  await transact(ctx, async (tx) => {
    await repo.deleteChecksBefore(tx.db, daysBefore(tx.now, 35));
    await repo.deleteTroublesBefore(tx.db, daysBefore(tx.now, 7));
    return null;
  });
}

async function check(ctx: Ctx, components: readonly Component[]): Promise<void> {
  const looks = await Promise.all(components.map((component) => look(ctx.probes, component)));
  await transact(ctx, async (tx) => {
    await repo.insertChecks(
      tx.db,
      looks.map((seen) => ({ id: timedId(tx.now), checkedAt: tx.now, ...seen })),
    );
    tx.touch("status");
    return null;
  });
}

async function loadStatus(db: Db, now: Date): Promise<StatusNow> {
  const [latest, troubles] = await Promise.all([
    repo.findLatestChecks(db),
    repo.countTroublesSince(db, new Date(now.getTime() - 3_600_000)),
  ]);
  return {
    components: Component.options.map((component) => ({
      component,
      latest: latest.get(component) ?? null,
      troubleCount: troubles.get(component) ?? 0,
    })),
  };
}

/** One voice per person and day, kept as a stamp from which no address can be read back. */
function reporterOf(ctx: Ctx, now: Date): string {
  const who = ctx.actor.kind === "visitor" ? ctx.actor.address : actorRef(ctx.actor);
  return ctx.keys.mac(`status.reporter:${now.toISOString().slice(0, 10)}`, who);
}

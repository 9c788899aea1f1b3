import { randomUUID } from "node:crypto";
import { readStanding } from "../domains/account/account.roles.service.ts";
import type { Member } from "../kernel/actor.ts";
import type { Ctx } from "../kernel/ctx.ts";
import type { Metrics } from "../kernel/metrics.ts";
import { createStreams } from "../kernel/streams.ts";
import { appRouter } from "../rpc/root.ts";
import { createCallerFactory } from "../rpc/trpc.ts";

export type Call = ReturnType<typeof createCaller>;
const createCaller = createCallerFactory(appRouter);

/** The library is written through the doors that everybody uses, by the people who are said to have written it. */
export function callAs(ctx: Ctx, metrics: Metrics, member: Member): Call {
  return createCaller(() => ({
    ...ctx,
    requestId: randomUUID(),
    call: {
      metrics,
      streams: createStreams(1),
      idempotencyKey: undefined,
      isBatch: false,
      identify: async () => ({ ...member }),
      readStanding: (holder) => readStanding(ctx, holder),
    },
  }));
}

import type { Answer } from "@muejam/contracts/rendering";
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import type { Ctx } from "../kernel/ctx.ts";
import type { Metrics } from "../kernel/metrics.ts";
import { createStreams } from "../kernel/streams.ts";
import { appRouter as router } from "../rpc/root.ts";

/** What renders a page asks once, and goes. */
const noStreams = createStreams(0);

/** Reads as this context's actor, without a wire: what renders a page asks as the browser would. */
export function loopback(ctx: Ctx, metrics: Metrics): (procedure: string, input: unknown) => Promise<Answer> {
  const call = {
    metrics,
    streams: noStreams,
    identify: async () => ctx.actor,
    readStanding: async () => [],
    idempotencyKey: undefined,
    isBatch: false,
  };
  return async (path, input) => {
    const asked = { path, type: "query", ctx: { ...ctx, call } } as const;
    try {
      const getRawInput = async () => input;
      return { data: await callTRPCProcedure({ ...asked, router, getRawInput, batchIndex: 0, signal: undefined }) };
    } catch (thrown) {
      const error = getTRPCErrorFromUnknown(thrown);
      return { refusal: getTRPCErrorShape({ ...asked, config: router._def._config, error, input }).data.app };
    }
  };
}

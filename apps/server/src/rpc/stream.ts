import { tracked } from "@trpc/server";
import type { z } from "zod";
import { actorRef, type Holder } from "../kernel/actor.ts";
import { AppError } from "../kernel/errors.ts";
import type { Told } from "../kernel/streams.ts";
import { type CallCtx, transportErrorOf } from "./trpc.ts";

type HolderCtx = CallCtx & { readonly actor: Holder };
type Call<I> = { ctx: HolderCtx; path: string; input: I; signal: AbortSignal | undefined };
type Source<I, T> = (ctx: HolderCtx, input: I, until: { stop: AbortSignal }) => AsyncIterable<Told<T>>;

/** What a subscription does: it tells what `source` tells, in a place of its own, until its listener or we go. */
export const stream = <I, T>(schema: z.ZodType<T>, source: Source<I, T>) =>
  Object.assign(tell(schema, source), { tells: schema });

const tell = <I, T>(schema: z.ZodType<T>, source: Source<I, T>) =>
  async function* ({ ctx, path, input, signal }: Call<I>) {
    let leave: (() => void) | undefined;
    try {
      // Not before the first look: whoever never looks would never give the place back.
      const place = ctx.call.streams.open(actorRef(ctx.actor));
      ({ leave } = place);
      if (signal?.aborted) return;
      signal?.addEventListener("abort", place.end, { signal: place.signal });
      for await (const { id, data } of source(ctx, input, { stop: place.signal }))
        yield tracked(id, schema.parse(data));
    } catch (error) {
      if (error instanceof AppError) throw transportErrorOf(error);
      ctx.log.error({ err: error, procedure: path }, "stream failed");
      throw error;
    } finally {
      leave?.();
    }
  };

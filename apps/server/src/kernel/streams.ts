import { createCeiling } from "./ceiling.ts";
import { AppError } from "./errors.ts";

/** What a stream says. Opened again behind `id`, it goes on there. */
export type Told<T> = { readonly id: string; readonly data: T };

/** A stream's place. `signal` ends it, by whomever. */
export type Stream = { readonly signal: AbortSignal; end(): void; leave(): void };

/** Answers that stay open. They are counted apart from calls, and end together when the process goes down. */
export type Streams = {
  /** Refuses beyond so many in all, and beyond ten of one holder. */
  open(who: string): Stream;
  endAll(): void;
};

const each = 10;

export function createStreams(max: number): Streams {
  const ceiling = createCeiling(max, each);
  const running = new Set<AbortController>();
  let isOver = false;
  return {
    open(who) {
      const leave = ceiling.enter(who);
      if (!leave) throw ceiling.inside < max ? new AppError("STREAMS_FULL", { max: each }) : new AppError("OVERLOADED");
      const controller = new AbortController();
      running.add(controller);
      if (isOver) controller.abort();
      return {
        signal: controller.signal,
        end: () => controller.abort(),
        leave() {
          running.delete(controller);
          leave();
        },
      };
    },
    endAll() {
      isOver = true;
      for (const controller of running) controller.abort();
    },
  };
}

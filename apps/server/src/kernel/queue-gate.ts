import { AppError } from "./errors.ts";

export type QueueGate = {
  run<T>(work: () => Promise<T>): Promise<T>;
  readonly inside: number;
  readonly waiting: number;
};
export type QueueGateOptions = { atOnce: number; queue: number; retryAfterSeconds: number };

/** So many at once, so many in line, and whoever comes after that is told at once rather than kept waiting for nothing. */
export function createQueueGate({ atOnce, queue, retryAfterSeconds }: QueueGateOptions): QueueGate {
  let inside = 0;
  const line: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (inside < atOnce) {
      inside += 1;
      return;
    }
    if (line.length >= queue) throw new AppError("OVERLOADED", { retryAfterSeconds });
    // Whoever leaves hands over the place, so that nobody who comes in between can take it.
    await new Promise<void>((resolve) => line.push(resolve));
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else inside -= 1;
  };

  return {
    get inside() {
      return inside;
    },
    get waiting() {
      return line.length;
    },
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

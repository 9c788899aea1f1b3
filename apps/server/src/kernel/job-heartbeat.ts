import type { Pool } from "pg";
import { beat, deleteHeartbeat, unlockDeadPools } from "./heartbeat.repo.ts";
import type { Logger } from "./log.ts";

export type HeartbeatTimes = { beatMs: number; sweepMs: number; staleMs: number };
export const heartbeatTimes: HeartbeatTimes = { beatMs: 3000, sweepMs: 5000, staleMs: 15_000 };

/** The queue itself would free a dead worker's jobs after four hours only. */
export async function startHeartbeat(options: {
  pool: Pool;
  log: Logger;
  times: HeartbeatTimes;
  id: string;
  /** Asked at each beat, since a lane that was started again has another pool. */
  poolIds: () => string[];
}): Promise<{ stopSweeping(): void; stop(): Promise<void> }> {
  const { pool, log, times, id, poolIds } = options;
  const beatNow = () => beat(pool, { id, poolIds: poolIds() });
  await beatNow();
  const beating = repeat({ everyMs: times.beatMs, log, what: "heartbeat", run: beatNow });
  const sweeping = repeat({
    everyMs: times.sweepMs,
    log,
    what: "sweep",
    run: async () => {
      const pools = await unlockDeadPools(pool, times.staleMs);
      if (pools.length > 0) log.warn({ pools }, "freed the jobs of dead workers");
    },
  });
  return {
    stopSweeping: () => void sweeping.stop(),
    async stop() {
      await Promise.all([sweeping.stop(), beating.stop()]);
      await deleteHeartbeat(pool, id);
    },
  };
}

/** Never two at a time; a run that fails is logged and the next one comes all the same. */
function repeat(loop: { everyMs: number; what: string; log: Logger; run: () => Promise<void> }) {
  let isStopped = false;
  let current = Promise.resolve();
  let timer = setTimeout(turn, loop.everyMs);
  function turn() {
    current = loop
      .run()
      .catch((err: unknown) => loop.log.warn({ err }, `${loop.what} failed`))
      .then(() => {
        if (!isStopped) timer = setTimeout(turn, loop.everyMs);
      });
  }
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}

import type { Limits } from "./limits.ts";
import type { Logger } from "./log.ts";

type Parts = { shared: Limits; memory: Limits; log: Logger };

/** Counts together with the other processes while that works, else alone: at worst each process allows one limit of its own. */
export function createFallbackLimits({ shared, memory, log }: Parts): Limits {
  let isAlone = false;
  return {
    async take(limit, who, cost = 1) {
      if (limit.memoryOnly) return memory.take(limit, who, cost);
      try {
        const taken = await shared.take(limit, who, cost);
        if (isAlone) log.info("limits: counted together again");
        isAlone = false;
        return taken;
      } catch (err) {
        if (!isAlone) log.warn({ err }, "limits: counted by each process alone");
        isAlone = true;
        return memory.take(limit, who, cost);
      }
    },
  };
}

export type Limit = {
  name: string;
  limit: number;
  windowSeconds: number;
  /** Counted by each process for itself: for what is too frequent, or not worth a trip to Redis. */
  memoryOnly?: boolean;
};

/** After a refusal `retryAfterSeconds` is when the same call would pass if nothing else came; otherwise 0. */
export type Taken = { allowed: boolean; remaining: number; retryAfterSeconds: number };

export type Limits = { take(limit: Limit, who: string, cost?: number): Promise<Taken> };

/** Two neighbouring buckets, each as wide as the window. The earlier one counts by the share still in view. */
export type Buckets = { bucket: number; previous: number; current: number };

export type Call = { limit: Limit; cost: number; nowMs: number };

/** A refused call leaves nothing behind. All on integers, so that Redis, which decides by the same comparison in Lua, never rounds differently. */
export function takeFrom(seen: Buckets | undefined, call: Call): { taken: Taken; buckets: Buckets | undefined } {
  const width = widthOf(call.limit);
  const { buckets, elapsed } = moveTo(seen, { width, nowMs: call.nowMs });
  const used = buckets.previous * (width - elapsed) + (buckets.current + call.cost) * width;
  const allowed = used <= call.limit.limit * width;
  return {
    taken: takenOf(buckets, { ...call, elapsed, allowed }),
    buckets: allowed ? { ...buckets, current: buckets.current + call.cost } : seen,
  };
}

/** What to tell a caller, from the buckets as they were before the call. */
export function takenOf(before: Buckets, call: Call & { elapsed: number; allowed: boolean }): Taken {
  const { limit, cost, elapsed, allowed } = call;
  const width = widthOf(limit);
  const current = before.current + (allowed ? cost : 0);
  const left = limit.limit * width - before.previous * (width - elapsed) - current * width;
  return {
    allowed,
    remaining: Math.max(0, Math.floor(left / width)),
    retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(waitMs(before, call) / 1000)),
  };
}

export const widthOf = (limit: Limit): number => limit.windowSeconds * 1000;

function moveTo(
  seen: Buckets | undefined,
  at: { width: number; nowMs: number },
): { buckets: Buckets; elapsed: number } {
  const bucket = Math.floor(at.nowMs / at.width);
  const elapsed = at.nowMs - bucket * at.width;
  if (!seen || seen.bucket < bucket - 1) return { buckets: { bucket, previous: 0, current: 0 }, elapsed };
  if (seen.bucket === bucket - 1) return { buckets: { bucket, previous: seen.current, current: 0 }, elapsed };
  // A clock behind the one that wrote last stands at the start of the later bucket, rather than opening an old one again.
  return { buckets: seen, elapsed: seen.bucket === bucket ? elapsed : 0 };
}

function waitMs({ previous, current }: Buckets, call: Call & { elapsed: number }): number {
  const { limit, cost, elapsed } = call;
  const width = widthOf(limit);
  if (cost > limit.limit) return width;
  const free = limit.limit - cost - current;
  if (free >= 0) return width - elapsed - Math.floor((free * width) / previous);
  return width - elapsed + width - Math.floor(((limit.limit - cost) * width) / current);
}

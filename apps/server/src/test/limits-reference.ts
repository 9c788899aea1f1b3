import fc from "fast-check";
import { expect } from "vitest";
import type { Limit, Limits, Taken } from "../kernel/limits.ts";

type Step = { stepMs: number; cost: number };
type Clock = { nowMs: number };

/** The window told plainly: every allowed call is kept for ever, and all of them are looked at each time. */
function createReference({ limit, windowSeconds }: Limit) {
  const width = windowSeconds * 1000;
  const allowedCalls: { bucket: number; cost: number }[] = [];
  const costIn = (bucket: number) =>
    allowedCalls.filter((call) => call.bucket === bucket).reduce((sum, call) => sum + call.cost, 0);
  const moment = (nowMs: number) => {
    const latest = Math.max(0, ...allowedCalls.map((call) => call.bucket));
    const effective = Math.max(nowMs, latest * width);
    return { bucket: Math.floor(effective / width), elapsed: effective % width };
  };
  const passes = (nowMs: number, cost: number) => {
    const { bucket, elapsed } = moment(nowMs);
    return costIn(bucket - 1) * (width - elapsed) + (costIn(bucket) + cost) * width <= limit * width;
  };
  return {
    passes,
    take(nowMs: number, cost: number): { allowed: boolean; remaining: number } {
      const allowed = passes(nowMs, cost);
      if (allowed) allowedCalls.push({ bucket: moment(nowMs).bucket, cost });
      let remaining = 0;
      while (remaining < limit && passes(nowMs, remaining + 1)) remaining += 1;
      return { allowed, remaining };
    },
    /** Where the reference stands when this process's clock is behind the bucket in use. */
    effective: (nowMs: number) => {
      const { bucket, elapsed } = moment(nowMs);
      return bucket * width + elapsed;
    },
  };
}

let runs = 0;

/** Any sequence of times (also backwards) and costs is answered as the reference answers it. */
export function answersAsReference(limitsAt: (now: () => number) => Limits, numRuns: number): Promise<void> {
  const limits = { clock: { nowMs: 0 } satisfies Clock };
  const subject = limitsAt(() => limits.clock.nowMs);
  return fc.assert(
    fc.asyncProperty(
      fc.record({ limit: fc.integer({ min: 1, max: 20 }), windowSeconds: fc.integer({ min: 1, max: 4 }) }),
      fc.integer({ min: 1_700_000_000_000, max: 1_700_000_010_000 }),
      fc.array(fc.record({ stepMs: fc.integer({ min: -1500, max: 2500 }), cost: fc.integer({ min: 1, max: 22 }) }), {
        minLength: 1,
        maxLength: 25,
      }),
      async (size, startMs, steps) => {
        runs += 1;
        const limit: Limit = { name: `property-${process.pid}-${runs}`, ...size };
        await followSteps({ limit, startMs, steps, subject, clock: limits.clock });
      },
    ),
    { numRuns },
  );
}

type Walk = { limit: Limit; startMs: number; steps: readonly Step[]; subject: Limits; clock: Clock };

async function followSteps({ limit, startMs, steps, subject, clock }: Walk): Promise<void> {
  const reference = createReference(limit);
  clock.nowMs = startMs;
  for (const { stepMs, cost } of steps) {
    clock.nowMs += stepMs;
    const expected = reference.take(clock.nowMs, cost);
    const taken = await subject.take(limit, "ada", cost);
    expect({ allowed: taken.allowed, remaining: taken.remaining }).toEqual(expected);
    expectHonestRetry({
      limit,
      cost,
      taken,
      passesAt: (ms) => reference.passes(reference.effective(clock.nowMs) + ms, cost),
    });
  }
}

type Retry = { limit: Limit; cost: number; taken: Taken; passesAt: (waitMs: number) => boolean };

/** Waiting as long as told is enough, and a second less would not be. */
function expectHonestRetry({ limit, cost, taken, passesAt }: Retry): void {
  if (taken.allowed) return expect(taken.retryAfterSeconds).toBe(0);
  if (cost > limit.limit) return expect(taken.retryAfterSeconds).toBe(limit.windowSeconds);
  expect(passesAt(taken.retryAfterSeconds * 1000)).toBe(true);
  expect(passesAt((taken.retryAfterSeconds - 1) * 1000)).toBe(false);
}

import type { Limits } from "../kernel/limits.ts";

/** For what must be asked more often than people may ask. */
export const limitless: Limits = { take: async () => ({ allowed: true, remaining: 1, retryAfterSeconds: 0 }) };

import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

export type Script = { source: string; sha: string };

export const defineScript = (source: string): Script => ({
  source,
  sha: createHash("sha1").update(source).digest("hex"),
});

type Run = { script: Script; keys: readonly string[]; values: readonly (string | number)[] };

/** By its hash; a server that has forgotten the script gets it again. */
export async function runScript(redis: Redis, { script, keys, values }: Run): Promise<unknown> {
  try {
    return await redis.evalsha(script.sha, keys.length, ...keys, ...values);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return redis.eval(script.source, keys.length, ...keys, ...values);
  }
}

import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";

/** Names a call, so that its repeat can be known. `scope` is the actor's name, or "job". */
export type Once = {
  readonly scope: string;
  readonly procedure: string;
  readonly key: string;
  readonly inputHash: string;
};

/** Equal for equal input, in whatever order its fields came. */
export function hashInput(input: unknown): string {
  const text = input === undefined ? "" : canonicalJson(input);
  return createHash("sha256").update(text).digest("base64url");
}

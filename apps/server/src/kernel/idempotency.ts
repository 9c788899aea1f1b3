import { createHash } from "node:crypto";
import { CanonicalJsonError, canonicalJson } from "@muejam/prose/canonical-json";
import { AppError } from "./errors.ts";

/** Names a call, so that its repeat can be known. `scope` is the actor's name, or "job". */
export type Once = {
  readonly scope: string;
  readonly procedure: string;
  readonly key: string;
  readonly inputHash: string;
};

/** Equal for equal input, in whatever order its fields came. Half a character has no bytes that could be hashed. */
export function hashInput(input: unknown): string {
  try {
    const text = input === undefined ? "" : canonicalJson(input);
    return createHash("sha256").update(text).digest("base64url");
  } catch (error) {
    throw error instanceof CanonicalJsonError ? new AppError("INPUT_INVALID") : error;
  }
}

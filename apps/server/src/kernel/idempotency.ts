import { createHash } from "node:crypto";

/** Names a call, so that its repeat can be known. `scope` is the actor's name, or "job". */
export type Once = {
  readonly scope: string;
  readonly procedure: string;
  readonly key: string;
  readonly inputHash: string;
};

/** Equal for equal input, in whatever order its fields came. */
export function hashInput(input: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(input, sortFields) ?? "")
    .digest("base64url");
}

function sortFields(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

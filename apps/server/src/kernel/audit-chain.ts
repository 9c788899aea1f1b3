import { createHash } from "node:crypto";
import { canonicalJson } from "@muejam/prose/canonical-json";
import type { SealableEntry } from "./audit-seal.repo.ts";

/** What the first link stands on. */
export const origin = { position: 0n, hash: "0".repeat(64), seq: "0", tx: "0" };

/** One link: over the entry, and through the link before over all that came before it. */
export function hashLink(before: string, { detail, ...entry }: SealableEntry): string {
  const body = canonicalJson({ ...entry, detail: JSON.parse(detail), before });
  return createHash("sha256").update(body).digest("hex");
}

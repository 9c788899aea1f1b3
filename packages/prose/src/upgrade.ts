import { docVersion } from "./document.ts";
import { isRecord } from "./rules.ts";

/** Turns a document of one version into one of the next. Kept for ever: somewhere a tab or an export is that old. */
export type Upgrade = (document: Record<string, unknown>) => Record<string, unknown>;

export type Upgraded =
  | { ok: true; document: Record<string, unknown>; from: number }
  | { ok: false; reason: "newer" | "unreadable"; message: string };

/**
 * `upgrades[0]` leads from version 1 to 2, which knows passages: no older document has any. Version 3 knows pictures that
 * nobody has described yet.
 */
const upgrades: readonly Upgrade[] = [(document) => document, (document) => document];

/** Comes before `validate`: what is stored keeps its version until somebody writes. A newer document is left alone. */
export function upgrade(input: unknown, steps: readonly Upgrade[] = upgrades): Upgraded {
  const newest = docVersion + steps.length - upgrades.length;
  const version = isRecord(input) && isRecord(input["attrs"]) ? input["attrs"]["docVersion"] : undefined;
  if (!isRecord(input) || typeof version !== "number" || !Number.isInteger(version) || version < 1)
    return { ok: false, reason: "unreadable", message: "This is no document of ours." };
  if (version > newest)
    return { ok: false, reason: "newer", message: "This text was written by a newer MueJam. Reload to go on with it." };
  let document = input;
  for (const [index, step] of steps.entries()) {
    if (index + 1 < version) continue;
    const next = step(document);
    document = { ...next, attrs: { ...(isRecord(next["attrs"]) && next["attrs"]), docVersion: index + 2 } };
  }
  return { ok: true, document, from: version };
}

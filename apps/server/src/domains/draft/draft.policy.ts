import type { DraftSave } from "@muejam/contracts/draft";
import { applyChange } from "@muejam/prose/change";
import { type Document, docVersion } from "@muejam/prose/document";
import { sanitise } from "@muejam/prose/sanitise";
import { upgrade } from "@muejam/prose/upgrade";
import { validate } from "@muejam/prose/validate";
import { AppError } from "../../kernel/errors.ts";

/** Blocks of another release's document would be read as what they are not. Their page keeps them, and is loaded anew. */
export function assertSameRelease({ docVersion: sent }: { docVersion: number }): void {
  if (sent !== docVersion) throw new AppError("PAGE_OUTDATED");
}

/** What its author has not seen is neither saved over nor published. */
export function assertCurrent({ version }: { version: number }, seen: number): void {
  if (version !== seen) throw new AppError("DRAFT_CHANGED", { version });
}

type Saver = { chapterId: string; savedBy: string | null };

/** A save's name is its own for ever: under somebody else's name nothing is saved, and nothing is told. */
export function assertSameSaver(known: Saver, now: Saver): void {
  if (known.chapterId !== now.chapterId || known.savedBy !== now.savedBy) throw new AppError("CONFLICT");
}

/** Other words under a known name would be called saved and be nowhere: their writer puts them on top of what is. */
export function assertSameWords(known: Sent, now: Sent, { version }: { version: number }): void {
  if (known.sent !== now.sent) throw new AppError("DRAFT_CHANGED", { version });
}

/** The fingerprint of what came. */
type Sent = { sent: string | null };

/** What was stored, in the version that this code writes. */
export function documentIn(stored: unknown): Document {
  const upgraded = upgrade(stored);
  if (!upgraded.ok) throw new Error(`A stored draft cannot be read: ${upgraded.message}`);
  const checked = validate(upgraded.document);
  if (!checked.ok) throw new Error("A stored draft is not as it was saved.");
  return checked.document;
}

/** All of the change or nothing of it. Blocks keep their ids, since the author's next save speaks of them by these. */
export function documentAfter(before: Document, { removed, placed }: Pick<DraftSave, "removed" | "placed">): Document {
  const whole: Untrusted = before;
  const changed = applyChange(whole, { removed, placed });
  if (!changed) throw invalid("placed", "unknown_block", "A block stands behind one that is not in this chapter.");
  const checked = validate(sanitise(changed));
  if (!checked.ok) {
    const isTooLarge = checked.refusals.some(({ rule }) => rule === "size");
    throw new AppError(isTooLarge ? "CHAPTER_TOO_LARGE" : "INPUT_INVALID", undefined, checked.refusals);
  }
  if (namesIn(checked.document) !== namesIn(changed))
    throw invalid("placed", "duplicate_id", "Two blocks have the same id.");
  return checked.document;
}

type Untrusted = { content: { attrs: { id: string } }[] };

const namesIn = ({ content }: Untrusted): string => content.map(({ attrs }) => attrs.id).join();

const invalid = (path: string, rule: string, message: string) =>
  new AppError("INPUT_INVALID", undefined, [{ path, rule, message }]);

import type { HeirState } from "@muejam/contracts/heir";
import { AppError } from "../../kernel/errors.ts";

/** How often somebody who stays away is written to before anything happens. */
export const warningsMax = 3;
/** And how long each of these mails is given. */
export const daysBetween = 30;
/**
 * Faces of one account that were warned together come to their end apart, so that nobody sees that they belong
 * together.
 */
export const daysApart = 14;

/** Somebody else's face, and one that does not exist, are refused alike. */
export function assertMine(ownerId: string | null, accountId: string): void {
  if (ownerId !== accountId) throw new AppError("NOT_FOUND");
}

/** Nobody inherits from themselves, with whichever face. */
export function assertNotOneself(ownerId: string, heirAccountId: string | null): void {
  if (ownerId === heirAccountId) throw new AppError("YOUR_OWN");
}

export type Asked = { state: HeirState };

/** A link is for the question that it was sent with: whoever was named later, or not at all any more, has another. */
export function assertAsked<T extends { namedAt: Date; state: HeirState | null }>(
  asked: T | null,
  namedAt: string | undefined,
): asserts asked is T & Asked {
  if (!asked?.state || asked.namedAt.toISOString() !== namedAt) throw new AppError("LINK_INVALID");
}

/** Before the owner has stayed away for as long as they said, nobody takes anything. */
export function assertDue(due: { dueAt: Date | null; doneAt: Date | null } | null): void {
  if (!due?.dueAt || due.doneAt) throw new AppError("NOT_FOUND");
}

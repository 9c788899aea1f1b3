import type { StoryRight } from "@muejam/contracts/story";
import { type Part, type TeamRole, teamMax } from "@muejam/contracts/team";
import { AppError } from "../../kernel/errors.ts";

/** So long an invitation stands, and so long a no is a no. */
export const invitationDays = 30;

export const rightsOf: Record<TeamRole, readonly StoryRight[]> = { editor: ["read", "edit"], reader: ["read"] };

export function partOf(rights: readonly StoryRight[]): Part {
  if (rights.includes("lead")) return "lead";
  if (rights.includes("publish")) return "deputy";
  return rights.includes("edit") ? "editor" : "reader";
}

/** Whoever reaches others does so with a proven address. */
export function assertProven({ isEmailVerified }: { isEmailVerified: boolean }): void {
  if (!isEmailVerified) throw new AppError("EMAIL_UNVERIFIED");
}

/** Nobody works with themselves, with whichever face. */
export function assertNotOneself(accountId: string, invitedAccountId: string): void {
  if (accountId === invitedAccountId) throw new AppError("YOUR_OWN");
}

type Counted = { isMember: boolean; isAsked: boolean; others: number };

export function assertInvitable({ isMember, isAsked, others }: Counted): void {
  if (isMember) throw invalid("in_team", "They work on this story already.");
  if (!isAsked && others >= teamMax) throw invalid("too_many", `A team has at most ${teamMax} people.`);
}

/** Null is one that was declined and still stands. */
export function assertAskable(invitationId: string | null): asserts invitationId is string {
  if (invitationId === null)
    throw invalid("declined", `They said no. You can ask again ${invitationDays} days after you asked.`);
}

/** Answered, withdrawn, expired, somebody else's, and none at all are one. */
export function assertOpen<T>(invitation: T | null): asserts invitation is T {
  if (!invitation) throw new AppError("NOT_FOUND");
}

/** A chapter is looked for where its story is. */
export function assertInStory(chapter: { storyId: string }, storyId: string): void {
  if (chapter.storyId !== storyId) throw new AppError("NOT_FOUND");
}

const invalid = (rule: string, message: string) =>
  new AppError("INPUT_INVALID", undefined, [{ path: "handle", rule, message }]);

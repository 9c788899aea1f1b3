import type { ErrorIssue } from "@muejam/contracts/error";
import type { Actor } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";

/** News of an issuer come through a door that has checked who speaks, never from a person. */
export function assertMayTell(actor: Actor): void {
  if (actor.kind !== "system") throw new AppError("FORBIDDEN");
}

export type RefreshState = { expiresAt: Date; usedAt: Date | null; familyEndedAt: Date | null };
export type Verdict = "rotate" | "repeat" | "stolen" | "over";

/** So long two tabs that refresh at once, or an answer that was lost, are not taken for theft. */
const graceMs = 30_000;

/** A token that was used and comes again is in two hands, and nobody can tell which is the owner's. */
export function judgeRefresh({ expiresAt, usedAt, familyEndedAt }: RefreshState, now: Date): Verdict {
  if (familyEndedAt || expiresAt <= now) return "over";
  if (!usedAt) return "rotate";
  return now.getTime() - usedAt.getTime() <= graceMs ? "repeat" : "stolen";
}

/** So many wrong passwords, none further from the last than these minutes, and no more are compared for a while. */
export const wrongInARow = { ofOnePerson: 10, fromOnePlace: 50, minutes: 60 };
export const lockMinutes = 15;

type NewPassword = { password: string; email: string | null; handles?: readonly string[]; isCommon: boolean };

/** Length is the contract's; here is what depends on the person. */
export function assertPasswordFits(given: NewPassword): void {
  const password = given.password.toLowerCase();
  const email = given.email?.toLowerCase();
  const isAddress = email !== undefined && (password === email || password === email.split("@")[0]);
  const isHandle = given.handles?.some((handle) => handle.toLowerCase() === password) ?? false;
  const issues: ErrorIssue[] = [
    ...(given.isCommon
      ? [{ path: "password", rule: "common", message: "Too many people have this password. Choose another one." }]
      : []),
    ...(isAddress ? [{ path: "password", rule: "address", message: "Your address cannot be your password." }] : []),
    ...(isHandle ? [{ path: "password", rule: "handle", message: "Your handle cannot be your password." }] : []),
  ];
  if (issues.length > 0) throw new AppError("INPUT_INVALID", undefined, issues);
}

/** Used, too old, of another kind or made up: nobody is told which. */
export function assertLink<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw new AppError("LINK_INVALID");
  return found;
}

/** Somebody else's session looks like one that does not exist. */
export function assertOwnSession(own: readonly { id: string }[], id: string): void {
  if (!own.some((session) => session.id === id)) throw new AppError("NOT_FOUND");
}

export function assertOtherAddress({ from, to }: { from: string; to: string }): void {
  if (from === to)
    throw new AppError("INPUT_INVALID", undefined, [
      { path: "email", rule: "same", message: "This is the address that you sign in with already." },
    ]);
}

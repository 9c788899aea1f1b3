import { AppError } from "../../kernel/errors.ts";

/** One guards an account at a time; another is set up when that one has been taken away, with a code. */
export function assertUnguarded(isGuarded: boolean): void {
  if (isGuarded) throw new AppError("SECOND_FACTOR_ON");
}

/** What somebody else has begun looks like nothing. */
export function assertOwnStep<T extends { subject: string }>(begun: T | null, subject: string): T {
  if (begun?.subject !== subject) throw new AppError("STEP_EXPIRED");
  return begun;
}

/** Used, too old or made up. */
export function assertStep<T>(found: T | null): T {
  if (found === null) throw new AppError("STEP_EXPIRED");
  return found;
}

/** Why a code was wrong is nobody's to know: mistyped, of another minute, or used before. */
export function assertRightCode(isRight: boolean): void {
  if (!isRight) throw new AppError("CODE_WRONG");
}

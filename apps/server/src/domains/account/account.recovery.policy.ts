import { AppError } from "../../kernel/errors.ts";

export function assertFound<T>(found: T | null): T {
  if (found === null) throw new AppError("NOT_FOUND");
  return found;
}

/** An administrator whose own session was stolen must not lose their second step by it. */
export function assertNotOneself(asker: string, accountId: string): void {
  if (asker === accountId) throw new AppError("FORBIDDEN");
}

/** Without a second step a new password by mail is enough. */
export function assertGuarded(isGuarded: boolean): void {
  if (!isGuarded) throw new AppError("SECOND_FACTOR_OFF");
}

export function assertOnlyOne(isFirst: boolean): void {
  if (!isFirst) throw new AppError("CONFLICT");
}

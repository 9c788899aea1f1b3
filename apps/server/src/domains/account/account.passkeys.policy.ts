import { AppError } from "../../kernel/errors.ts";

const passkeysMax = 20;

export function assertRoomForPasskey(count: number): void {
  if (count >= passkeysMax) throw new AppError("PASSKEYS_FULL", { max: passkeysMax });
}

/** Why it did not hold is nobody's to know. */
export function assertPasskey<T>(found: T | null): T {
  if (found === null) throw new AppError("PASSKEY_WRONG");
  return found;
}

/** Nobody locks themselves out by tidying up. */
export function assertNotLastWay(left: { hasPassword: boolean; others: number }): void {
  if (!left.hasPassword && left.others === 0) throw new AppError("LAST_WAY_IN");
}

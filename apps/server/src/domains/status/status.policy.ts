import { AppError } from "../../kernel/errors.ts";

/** The receipt is the right to take a report back; it is used once. */
export function assertMayWithdraw(trouble: { withdrawnAt: Date | null } | null): void {
  if (!trouble) throw new AppError("RECEIPT_INVALID");
  if (trouble.withdrawnAt) throw new AppError("TROUBLE_ALREADY_WITHDRAWN");
}

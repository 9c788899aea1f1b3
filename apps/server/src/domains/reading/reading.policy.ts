import { AppError } from "../../kernel/errors.ts";

/** Only what is published has readers: its own authors write a draft, and are nowhere in it. */
export function assertIsRead({ isPublished }: { isPublished: boolean }): void {
  if (!isPublished) throw new AppError("NOT_FOUND");
}

/** Whoever wants no history has none. */
export const mustForget = ({ keepsHistory }: { keepsHistory: boolean }): boolean => !keepsHistory;

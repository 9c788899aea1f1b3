import { AppError } from "../../kernel/errors.ts";

/** What a member of a story's team may do. */
export const rights = ["read", "edit", "publish", "reply", "moderate", "figures", "lead"] as const;
export type Right = (typeof rights)[number];

/** Null is somebody outside the team: to them a draft does not exist. */
export function assertMay(held: readonly string[] | null, right: Right): void {
  if (held === null) throw new AppError("NOT_FOUND");
  if (!held.includes(right)) throw new AppError("FORBIDDEN");
}

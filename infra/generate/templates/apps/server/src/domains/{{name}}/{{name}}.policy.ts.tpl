import type { Holder } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";

const entriesMax = 1000;

/** A removed entry can be brought back by hand that long. */
export const daysKept = 30;

export function assertMayAdd(count: number): void {
  if (count >= entriesMax) throw new AppError("FORBIDDEN", { max: entriesMax });
}

/** Somebody else's entry answers like one that does not exist. */
export function assertMayRemove(actor: Pick<Holder, "accountId">, owner: { accountId: string } | null): void {
  if (owner?.accountId !== actor.accountId) throw new AppError("NOT_FOUND");
}

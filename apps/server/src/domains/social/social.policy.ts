import type { Holder } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";

/** Who works on a thing: `team` are accounts, `faces` the profiles that they show. */
export type Worked = { readonly team: readonly string[]; readonly faces: readonly string[] };
type Speaker = Pick<Holder, "kind" | "accountId" | "profileId">;

/** Whoever holds a key must not find out by it which faces belong together, so it is asked about its own face alone. */
export const isOwn = ({ kind, accountId, profileId }: Speaker, { team, faces }: Worked): boolean =>
  kind === "member" ? team.includes(accountId) : faces.includes(profileId);

export function assertNotOwn(actor: Speaker, thing: Worked): void {
  if (isOwn(actor, thing)) throw new AppError("YOUR_OWN");
}

/** Whoever has not asked is not let in. */
export function assertAsked(hasAsked: boolean): void {
  if (!hasAsked) throw new AppError("NOT_FOUND");
}

const foldMs = 5000;

/** Acts until the next full five seconds are folded together, so that constant applause does not put the fold off for ever. */
export const foldAt = (now: Date): Date => new Date(Math.ceil((now.getTime() + 1) / foldMs) * foldMs);

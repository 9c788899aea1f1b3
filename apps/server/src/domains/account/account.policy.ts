import type { Role } from "@muejam/contracts/account";
import type { Holder, Member } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";
import { hasReached } from "../visibility/visibility.policy.ts";

const keysMax = 20;

/** A face that is not the asker's own, and one that does not exist, are refused alike. */
export function chooseProfile(own: readonly string[], asked: string | undefined): string {
  const chosen = asked === undefined ? own[0] : own.find((id) => id === asked.toLowerCase());
  if (chosen === undefined) throw new AppError("FORBIDDEN");
  return chosen;
}

export function assertOpen({ isClosed }: { isClosed: boolean }): void {
  if (isClosed) throw new AppError("ACCOUNT_CLOSED");
}

/** Nobody under thirteen, and nobody who is yet to be born. */
export function assertBirthDate(birthDate: string, now: Date): void {
  if (Date.parse(birthDate) > now.getTime() || Number(birthDate.slice(0, 4)) < 1900)
    throw new AppError("INPUT_INVALID", undefined, [
      { path: "birthDate", rule: "possible", message: "Nobody who reads this was born on that day." },
    ]);
  if (!hasReached(13, birthDate, now)) throw new AppError("UNDER_AGE", { age: 13 });
}

export function assertAdult({ isAdult }: { isAdult: boolean }): void {
  if (!isAdult) throw new AppError("ADULTS_ONLY");
}

export type KeyFacts = { expiresAt: string; isRevoked: boolean };

export function assertKeyLive(key: KeyFacts, now: Date): void {
  if (key.isRevoked) throw new AppError("KEY_INVALID");
  if (Date.parse(key.expiresAt) <= now.getTime()) throw new AppError("KEY_EXPIRED");
}

export function assertRoomForKey({ own }: { own: number }): void {
  if (own >= keysMax) throw new AppError("KEYS_FULL", { max: keysMax });
}

/** A successor takes the place of its own, but whoever rotates one key again and again must not have hundreds. */
export function assertRoomForSuccessor({ running }: { running: number }): void {
  if (running >= 2 * keysMax) throw new AppError("KEYS_FULL", { max: 2 * keysMax });
}

/** A key that leaked must not be able to make others administrators. */
export function assertInPerson(actor: Holder): asserts actor is Member {
  if (actor.kind !== "member") throw new AppError("PERSON_REQUIRED");
}

export function assertNotLast(role: Role, holders: readonly string[], accountId: string): void {
  const isLast = holders.length === 1 && holders[0] === accountId;
  if (role === "administrator" && isLast) throw new AppError("LAST_ADMINISTRATOR");
}

/** What an issuer says now, and what it said when this account was opened. */
export function assertSameAddress(isSame: boolean): void {
  if (!isSame) throw new AppError("CONFLICT");
}

/** Two libraries are not put together: whoever has begun to write keeps both accounts. */
export function assertNothingWritten(hasWritten: boolean): void {
  if (hasWritten) throw new AppError("ACCOUNT_IN_USE");
}

const provenForMs = 10 * 60_000;

/** Whoever finds a browser open must not leave with a way in of their own. */
type Proof = { session: Pick<Member["session"], "provenAt"> };

export function assertProvenLately({ session }: Proof, now: Date): void {
  if (!session.provenAt || now.getTime() - session.provenAt.getTime() > provenForMs) throw new AppError("PROOF_NEEDED");
}

export type Standing = { roles: readonly Role[]; isClosed: boolean; isLive: boolean };

export function assertStanding(actor: Holder, standing: Standing | null): Standing {
  if (!standing?.isLive) throw new AppError(actor.kind === "key" ? "KEY_INVALID" : "SESSION_ENDED");
  assertOpen(standing);
  return standing;
}

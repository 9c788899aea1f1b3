import type { ProviderName } from "@muejam/contracts/provider";
import { AppError } from "../../kernel/errors.ts";

/** Without its keys it is as if it did not exist. */
export function assertOffered(offered: readonly ProviderName[], provider: ProviderName): void {
  if (!offered.includes(provider)) throw new AppError("NOT_FOUND");
}

/** Anybody may type any address there; what only they have claimed makes and connects nothing here. */
export function assertProvenThere({
  email,
  isEmailVerified,
}: {
  email: string | null;
  isEmailVerified: boolean;
}): string {
  if (email === null || !isEmailVerified) throw new AppError("PROVIDER_EMAIL_UNVERIFIED");
  return email;
}

/** The same address is not the same person: whoever has the account connects the provider to it themselves. */
export function assertAddressFree<T>(made: T | null): T {
  if (made === null) throw new AppError("ADDRESS_KNOWN");
  return made;
}

/** Somebody else's account there shows nothing. */
export function assertSame<T extends { subject: string }>(person: T | null, subject: string): T {
  if (person?.subject !== subject) throw new AppError("PROVIDER_REFUSED");
  return person;
}

/** One person there is one person here, and the other way round. */
export function assertLinkFree(isLinked: boolean): void {
  if (!isLinked) throw new AppError("PROVIDER_TAKEN");
}

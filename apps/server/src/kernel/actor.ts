import type { Role, Scope } from "@muejam/contracts/account";
import type { Issuer } from "./identity.ts";

/** Who is asking. Procedures narrow this union, so that no service ever guesses. */
export type Actor = Visitor | Member | Key | System;

/** Whoever acts for an account: its owner in person, or a key of theirs. */
export type Holder = Member | Key;

export type Visitor = { readonly kind: "visitor"; readonly address: string };
export type Member = {
  readonly kind: "member";
  readonly accountId: string;
  /** The face that this request speaks for. */
  readonly profileId: string;
  /** As of some minutes ago: a door that asks for a role looks again. */
  readonly roles: readonly Role[];
  readonly isEmailVerified: boolean;
  /** `endsAt`: when the token does, which is soon; the session may go on. `provenAt`: when its owner last showed who they are. */
  readonly session: {
    readonly issuer: Issuer;
    readonly id: string;
    readonly endsAt: Date;
    readonly provenAt: Date | null;
  };
};
export type Key = {
  readonly kind: "key";
  readonly keyId: string;
  readonly accountId: string;
  readonly profileId: string;
  readonly scopes: readonly Scope[];
  readonly isEmailVerified: boolean;
};
/** A job or an operator at the terminal. */
export type System = { readonly kind: "system"; readonly name: string };

/** The name under which what an actor does is limited and audited. */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case "visitor":
      return "visitor";
    case "member":
    case "key":
      return `account:${actor.accountId}`;
    case "system":
      return `system:${actor.name}`;
  }
}

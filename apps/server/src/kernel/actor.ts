/** Who is asking. Procedures narrow this union, so that no service ever guesses. */
export type Actor = Visitor | Member | Key | System;

export type Role = "moderator" | "senior" | "administrator";
export type Scope = "read" | "write" | "moderate";

export type Visitor = { readonly kind: "visitor"; readonly address: string };
export type Member = {
  readonly kind: "member";
  readonly accountId: string;
  readonly profileId: string;
  readonly roles: readonly Role[];
};
export type Key = {
  readonly kind: "key";
  readonly keyId: string;
  readonly accountId: string;
  readonly profileId: string;
  readonly scopes: readonly Scope[];
};
/** A job or an operator at the terminal. */
export type System = { readonly kind: "system"; readonly name: string };

/** The name under which what an actor does is limited, repeated and audited. */
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

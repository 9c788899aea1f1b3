export type Issuer = "built-in" | "clerk";

/** Who a token speaks of: ids and what its issuer has checked, never what that person may do here. */
export type Identity = {
  readonly issuer: Issuer;
  readonly subject: string;
  readonly sessionId: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** When a password or the like was last given in this session; null when the token does not tell. */
  readonly provenAt: Date | null;
};

/** Null for whatever is not a token of ours, whatever is wrong with it. */
export type VerifyToken = (token: string) => Promise<Identity | null>;

/** What an issuer knows of a person now. A token may be older, and Clerk's names no address at all. */
export type Person = {
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
};
/** Null when the issuer no longer knows the subject. */
export type FindPerson = (who: { issuer: Issuer; subject: string }) => Promise<Person | null>;

/** What another issuer tells us of its own accord. */
export type IssuerNews =
  | { readonly kind: "changed" | "deleted"; readonly subject: string }
  | { readonly kind: "session-ended"; readonly subject: string; readonly sessionId: string }
  | { readonly kind: "other" };
/** Null when it was not the issuer who sent it, or not just now. */
export type ReadNews = (sent: { body: string; headers: Headers }) => IssuerNews | null;

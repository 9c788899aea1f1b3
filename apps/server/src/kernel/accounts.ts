import type { ProviderName } from "@muejam/contracts/provider";
import type { Db } from "@muejam/db";
import type { Person } from "./identity.ts";
import type { Passkeys } from "./passkeys.ts";
import type { Providers } from "./providers.ts";

/** Slow on purpose; refuses with OVERLOADED when too many wait. */
export type Passwords = {
  hash(password: string): Promise<string>;
  verify(hashed: string, password: string): Promise<boolean>;
  isCommon(password: string): boolean;
};

export type Device = { readonly address: string; readonly userAgent: string };
export type AccountSession = {
  readonly id: string;
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
};

/** Somebody of a provider's, who signs in to this subject. */
export type ProviderLink = { subject: string; provider: ProviderName; accountId: string };

/** What one kind of ticket carries is good for no other. */
type TicketKind =
  | "sign-up"
  | "verify-email"
  | "ask-reset"
  | "reset-password"
  | "ask-move"
  | "move"
  | "undo-move"
  | "second-step"
  | "set-up-factor"
  | "set-up-passkey"
  | "passkey"
  | "prove-passkey"
  | "provider"
  | "stop-recovery"
  | "tell-locked"
  | "not-me";
type Ticket = { kind: TicketKind; value: string; seconds: number };

/** The built-in issuer's own records. Every call works on the client or the transaction it is given. */
export type Accounts = {
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  readonly providers: Providers;
  find(db: Db, subject: string): Promise<Person | null>;
  findByEmail(db: Db, email: string): Promise<Person | null>;
  create(db: Db, person: { email: string; passwordHash: string }): Promise<Person>;
  /** For who has proven the address elsewhere; whoever has only claimed it loses the claim. Null when it is somebody's. */
  createProven(db: Db, email: string): Promise<Person | null>;
  findLinked(db: Db, link: Omit<ProviderLink, "subject">): Promise<Person | null>;
  listLinks(db: Db, subject: string): Promise<{ provider: ProviderName; linkedAt: Date }[]>;
  /** False when either of the two is linked already. */
  link(db: Db, link: ProviderLink): Promise<boolean>;
  /** False when there was nothing to unlink. */
  unlink(db: Db, link: Omit<ProviderLink, "accountId">): Promise<boolean>;
  unlinkSince(db: Db, subject: string, since: Date): Promise<void>;
  confirmEmail(db: Db, subject: string): Promise<void>;
  /** Null when nobody has chosen a password. */
  findPasswordHash(db: Db, subject: string): Promise<string | null>;
  setPassword(db: Db, subject: string, passwordHash: string): Promise<void>;
  /** Until another one is chosen, no password signs in. */
  dropPassword(db: Db, subject: string): Promise<void>;
  /**
   * False when they have another address than `from` by now, or somebody has proven `to`. Whoever has only claimed it
   * loses the claim.
   */
  moveAddress(db: Db, move: { subject: string; from: string; to: string }): Promise<boolean>;
  /**
   * Opens a session, or refuses: SIGN_IN_FAILED, also for an address that is not confirmed, and OVERLOADED.
   * `passwordHash` is what the password was compared with, which may be a former one by now.
   */
  signIn(
    db: Db,
    given: { email: string; password: string; device: Device },
  ): Promise<{ person: Person; sessionId: string; passwordHash: string }>;
  /** For somebody who has proven who they are. */
  openSession(db: Db, subject: string, device: Device): Promise<string>;
  /** Null when the session is over. */
  prolongSession(
    db: Db,
    id: string,
    instants: { seenAt: Date; expiresAt: Date },
  ): Promise<{ person: Person; provenAt: Date | null } | null>;
  /** Its owner has shown once more who they are. */
  proveSession(db: Db, id: string, provenAt: Date): Promise<void>;
  findSession(db: Db, id: string): Promise<{ subject: string; email: string; userAgent: string } | null>;
  listSessions(db: Db, subject: string): Promise<AccountSession[]>;
  endSessions(db: Db, ids: readonly string[]): Promise<void>;
  /** A random word that stands for a value until it is used or too old; only its stamp is kept. */
  issueTicket(db: Db, ticket: Ticket): Promise<string>;
  readTicket(db: Db, kind: TicketKind, word: string): Promise<string | null>;
  /** Once; null for everybody after the first. */
  useTicket(db: Db, kind: TicketKind, word: string): Promise<string | null>;
  deleteExpired(db: Db): Promise<void>;
};

import type { Db } from "@muejam/db";
import type { Accounts } from "./accounts.ts";
import type { Actor, System } from "./actor.ts";
import type { Cache } from "./cache.ts";
import type { Once } from "./idempotency.ts";
import type { FindPerson } from "./identity.ts";
import type { KeyRing } from "./keys.ts";
import type { Limits } from "./limits.ts";
import type { Live } from "./live.ts";
import type { Logger } from "./log.ts";
import type { Mailer } from "./mailer.ts";
import type { Pictures } from "./pictures.ts";
import type { Presence } from "./presence.ts";
import type { Probes } from "./probes.ts";

/** Everything a service may use. Its signature is its list of dependencies. */
export type Ctx<A extends Actor = Actor> = {
  readonly actor: A;
  /** The primary, outside of a transaction: reads only. Writes go through `transact`. */
  readonly db: Db;
  readonly cache: Cache;
  readonly limits: Limits;
  /** For whoever holds a stream open. Everybody else says `tx.announce`. */
  readonly live: Live;
  readonly presence: Presence;
  readonly pictures: Pictures;
  readonly keys: KeyRing;
  /** The built-in issuer's records; nobody is in them while Clerk signs people in. */
  readonly accounts: Accounts;
  /** Whoever the issuer is: what it knows of a person now. */
  readonly findPerson: FindPerson;
  /** Whoever proves one of these addresses is made administrator, once. */
  readonly adminEmails: readonly string[];
  readonly log: Logger;
  /** For the job that delivers. Everybody else records a mail with `sendMail`. */
  readonly mailer: Mailer;
  readonly probes: Probes;
  /** Where people reach MueJam; what a link in a mail begins with. */
  readonly publicUrl: string;
  readonly release: string;
  readonly now: () => Date;
  readonly requestId: string;
  /** Set when a repeat of this call must have the effect and the answer of the first. */
  readonly once: Once | null;
};

/** What the house does by itself on somebody's call is the house's act, and no part of the call's own answer. */
export const asSystem = (ctx: Ctx, name: string): Ctx<System> => ({
  ...ctx,
  actor: { kind: "system", name },
  once: null,
});

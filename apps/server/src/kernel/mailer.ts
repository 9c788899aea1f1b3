/** Security and takedown mail cannot be switched off; news can, by a POST without a session to `unsubscribe`. */
export type MailPurpose = { reason: "security" | "account" | "takedown" } | { reason: "news"; unsubscribe: string };

/** A mail in its final form. Its id is also what the provider gets as the idempotency key. */
export type OutgoingMail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
};

export type Delivery =
  | { readonly kind: "sent"; readonly providerId: string | null }
  /** This mail will never be taken. */
  | { readonly kind: "refused"; readonly code: string }
  /** Nobody knows whether it was taken, or it was not taken now: ask again under the same id. */
  | { readonly kind: "later"; readonly code: string; readonly retryAfterSeconds: number | null };

/** Takes mail away. Asked twice for the same id it sends once; it never throws. */
export type Mailer = {
  readonly provider: "resend" | "outbox";
  send(mail: OutgoingMail): Promise<Delivery>;
};

/** Mail that was kept instead of sent, newest first. */
export type KeptMail = OutgoingMail & { readonly from: string; readonly at: string };
export type Mailbox = { list(): Promise<KeptMail[]>; find(id: string): Promise<KeptMail | null> };

/** What a provider tells about a mail, some time after it took it. */
export type MailEvent = {
  readonly id: string;
  readonly state: "sent" | "suppressed" | "failed" | "delivered" | "bounced" | "complained";
  readonly at: Date;
  /** Ours, when the provider gave it back, and the provider's. */
  readonly sendId: string | null;
  readonly providerId: string;
  readonly code: string | null;
  /** False for a bounce that says nothing about the next mail, such as a full mailbox. */
  readonly isLasting: boolean;
};
/** Undefined when the signature is wrong, null when it is right but tells nothing that we keep. */
export type ReadMailEvent = (body: string, headers: Headers) => MailEvent | null | undefined;

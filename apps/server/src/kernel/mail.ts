import { type PropsOf, type TemplateName, templates } from "@muejam/emails/registry";
import { timedId } from "./ids.ts";
import { insertSend, listQueued, withdraw } from "./mail.repo.ts";
import { addressHash } from "./mail-address.ts";
import { type MailContent, sendMailJob } from "./mail-delivery.ts";
import type { MailPurpose } from "./mailer.ts";
import type { Tx } from "./transact.ts";

type Filled = { [T in TemplateName]: { template: T; props: PropsOf<T> } }[TemplateName];
/** The same key is the same mail, however often it is asked for. */
export type Mail = Filled & MailPurpose & { to: string; key: string };

/** Records the mail and its sending in the caller's transaction: it goes out if, and only if, that commits. */
export async function sendMail(tx: Tx, mail: Mail): Promise<void> {
  templates[mail.template].props.parse(mail.props);
  const id = timedId(tx.now);
  const content: MailContent = {
    props: mail.props,
    unsubscribe: mail.reason === "news" ? mail.unsubscribe : null,
  };
  const isNew = await insertSend(tx.db, {
    id,
    key: mail.key,
    template: mail.template,
    props: tx.keys.encrypt("mail", JSON.stringify(content)),
    toHash: addressHash(tx.keys, mail.to),
    toEncrypted: tx.keys.encrypt("mail", mail.to),
    reason: mail.reason,
    createdAt: tx.now,
    stateAt: tx.now,
  });
  if (isNew) tx.enqueue(sendMailJob, { id });
}

/** The keys of what still waits, which begin and end like this. */
export const listWaiting = (tx: Tx, prefix: string, suffix: string): Promise<string[]> =>
  listQueued(tx.db, prefix, suffix);

/** What it tells of is gone, so that it is not sent if it still waits. A provider that was asked already may have it. */
export const withdrawMail = (tx: Tx, keyPrefix: string): Promise<void> => withdraw(tx.db, keyPrefix, tx.now);

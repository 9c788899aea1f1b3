import type { Db } from "@muejam/db";
import { createOutbox } from "./adapters/outbox.ts";
import { createResendMailer, createResendReader } from "./adapters/resend.ts";
import type { Env } from "./env.ts";
import type { KeyRing } from "./kernel/keys.ts";
import type { Logger } from "./kernel/log.ts";

/** With a key mail goes out through Resend; without one it is kept, to be read at /dev/mail where that door is open. */
export function composeMail(env: Env, { db, keys, log }: { db: Db; keys: KeyRing; log: Logger }) {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, RESEND_WEBHOOK_SECRET: secret } = env;
  const from = env.MAIL_FROM ?? "MueJam <mail@localhost>";
  const mailbox = createOutbox({ db, keys, from });
  const resend = apiKey ? createResendMailer({ apiKey, baseUrl, from }) : null;
  const isDatabaseEmbedded = env.EMBEDDED.includes("postgres");
  if (!resend && !isDatabaseEmbedded) log.warn("RESEND_API_KEY is not set: no mail leaves this machine");
  if (resend && !secret) log.warn("RESEND_WEBHOOK_SECRET is not set: bounces and complaints are not heard");
  return {
    mailer: resend ?? mailbox,
    mailbox,
    local: { isDatabaseEmbedded, databaseUrl: env.DATABASE_URL, host: env.HOST, publicUrl: env.PUBLIC_URL },
    readMailEvent: secret ? createResendReader(secret) : null,
    close: () => resend?.close(),
  };
}

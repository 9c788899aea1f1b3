import { isTemplateName } from "@muejam/emails/registry";
import { renderMail } from "@muejam/emails/render";
import { z } from "zod";
import type { System } from "./actor.ts";
import type { Ctx } from "./ctx.ts";
import { defineJob, type Job } from "./jobs.ts";
import * as repo from "./mail.repo.ts";
import { addressHashes, mayReceive } from "./mail-address.ts";
import type { Delivery } from "./mailer.ts";
import { transact } from "./transact.ts";

const MailContent = z.object({ props: z.unknown(), unsubscribe: z.url().nullable() });
export type MailContent = z.infer<typeof MailContent>;

/** Providers forget an idempotency key after a day: beyond that a repeat could be a second mail. */
const GIVE_UP_AFTER_MS = 23 * 3_600_000;
const LONGEST_WAIT_SECONDS = 900;
const LONGEST_ASKED_WAIT_SECONDS = 6 * 3600;
const BATCH = 1000;

export const sendMailJob: Job<{ id: string }> = defineJob({
  name: "mail.send",
  schema: z.object({ id: z.uuid() }),
  priority: "urgent",
  run: deliver,
});

const purgeMailJob = defineJob({
  name: "mail.purge",
  schema: z.object({}),
  priority: "slow",
  cron: "41 3 * * *",
  run: async (ctx) => {
    // A purge that stops halfway has done no harm, so it needs no transaction of its own.
    while ((await repo.deleteOld(ctx.db, BATCH)) > 0);
  },
});

export const mailJobs = [sendMailJob, purgeMailJob];

async function deliver(ctx: Ctx<System>, { id }: { id: string }): Promise<void> {
  // Counted before the provider is asked and apart from what comes of it, so that a crash in between is counted too.
  const send = await repo.beginAttempt(ctx.db, id);
  if (!send) return;
  const outcome = await attempt(ctx, send);
  await transact(ctx, async (tx) => {
    switch (outcome.kind) {
      case "sent":
        return repo.markSent(tx.db, { id, provider: ctx.mailer.provider, providerId: outcome.providerId, at: tx.now });
      case "refused":
        ctx.log.error({ send: id, code: outcome.code }, "mail failed");
        return repo.markUnsent(tx.db, { id, state: "failed", code: outcome.code, at: tx.now });
      case "suppressed":
        return repo.markUnsent(tx.db, { id, state: "suppressed", code: outcome.code, at: tx.now });
      case "later": {
        const seconds = waitSeconds(send.attempts, outcome.retryAfterSeconds);
        ctx.log.warn({ send: id, code: outcome.code, attempt: send.attempts, seconds }, "mail will be tried again");
        tx.enqueue(sendMailJob, { id }, { runAt: new Date(tx.now.getTime() + seconds * 1000) });
        return repo.noteFailure(tx.db, id, outcome.code);
      }
    }
  });
}

type Outcome = Delivery | { kind: "suppressed"; code: string };

async function attempt(ctx: Ctx<System>, send: repo.Attempt): Promise<Outcome> {
  if (send.ageMs > GIVE_UP_AFTER_MS) return { kind: "refused", code: "GAVE_UP" };
  if (!isTemplateName(send.template)) throw new Error(`There is no mail template called ${send.template}.`);
  const to = ctx.keys.decrypt("mail", send.toEncrypted);
  const state = await repo.findAddressState(ctx.db, addressHashes(ctx.keys, to));
  if (!mayReceive(state, send.reason)) return { kind: "suppressed", code: state.toUpperCase() };
  const { props, unsubscribe } = MailContent.parse(JSON.parse(ctx.keys.decrypt("mail", send.props)));
  const rendered = await renderMail(send.template, props);
  return ctx.mailer.send({ id: send.id, to, headers: headersFor(unsubscribe), ...rendered });
}

function headersFor(unsubscribe: string | null): Record<string, string> {
  const always = { "Auto-Submitted": "auto-generated" };
  if (unsubscribe === null) return always;
  return { ...always, "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Not all at once when a provider comes back, hence a fifth of chance. */
function waitSeconds(attempts: number, asked: number | null): number {
  const grown = Math.min(5 * 4 ** (attempts - 1), LONGEST_WAIT_SECONDS) * (0.9 + Math.random() * 0.2);
  return Math.max(grown, Math.min(asked ?? 0, LONGEST_ASKED_WAIT_SECONDS));
}

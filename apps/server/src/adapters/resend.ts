import { Resend } from "resend";
import { z } from "zod";
import { BreakerOpenError, createBreaker, TooSlowError } from "../kernel/breaker.ts";
import type { Delivery, MailEvent, Mailer, OutgoingMail, ReadMailEvent } from "../kernel/mailer.ts";

type Options = { apiKey: string; baseUrl?: string | undefined; from: string; timeoutMs?: number };

export function createResendMailer({ apiKey, baseUrl, from, timeoutMs }: Options): Mailer & { close(): void } {
  const resend = new Resend(apiKey, { baseUrl: baseUrl ?? "https://api.resend.com" });
  const breaker = createBreaker("resend", { isExpected: isRateLimit, ...(timeoutMs && { timeoutMs }) });
  return {
    provider: "resend",
    async send(mail) {
      try {
        return await breaker.run((signal) => ask(resend, { mail, from, signal }));
      } catch (error) {
        if (error instanceof LaterError) return error.delivery;
        if (error instanceof BreakerOpenError) return later("BREAKER_OPEN");
        if (error instanceof TooSlowError) return later("TIMED_OUT");
        throw error;
      }
    },
    close: () => breaker.close(),
  };
}

/** Signed by the provider over the raw body; a signature older than 5 minutes counts as wrong. */
export function createResendReader(secret: string): ReadMailEvent {
  const { webhooks } = new Resend("unused: reading events asks nobody");
  return (payload, headers) => {
    const header = (name: string) => headers.get(name) ?? "";
    const id = header("svix-id");
    const signed = { id, timestamp: header("svix-timestamp"), signature: header("svix-signature") };
    let told: unknown;
    try {
      told = webhooks.verify({ payload, headers: signed, webhookSecret: secret });
    } catch {
      return undefined;
    }
    const fit = Told.safeParse(told);
    return fit.success ? toEvent(id, fit.data) : null;
  };
}

type Ask = { mail: OutgoingMail; from: string; signal: AbortSignal };

/** Whatever leaves it open whether the mail was taken is thrown, so that the breaker counts it. */
async function ask(resend: Resend, { mail, from, signal }: Ask): Promise<Delivery> {
  const { id, ...parts } = mail;
  const { data, error, headers } = await resend.emails.send(
    { from, ...parts, tags: [{ name: "send", value: id }] },
    { idempotencyKey: id, signal },
  );
  const fit = Taken.safeParse(data);
  if (fit.success) return { kind: "sent", providerId: fit.data.id };
  const { statusCode: status, name } = Fault.parse(error);
  const code = `${status ?? "NO_STATUS"} ${name}`;
  // The key is known with other words: an earlier attempt was taken, before a new release wrote the mail anew.
  if (name === "invalid_idempotent_request") return { kind: "sent", providerId: null };
  if (status !== null && refusing.has(status) && name !== "concurrent_idempotent_requests")
    return { kind: "refused", code };
  const asked = Number(headers?.["retry-after"]);
  throw new LaterError(later(code, Number.isFinite(asked) && asked > 0 ? asked : null), status);
}

const Taken = z.object({ id: z.string().min(1) });
const Fault = z
  .object({ statusCode: z.int().nullable().catch(null), name: z.string().max(60).regex(/^\w+$/).catch("unnamed") })
  .catch({ statusCode: null, name: "unnamed" });

/** These speak of the mail. 401, 403 and 404 speak of our key, domain or address: mail waits until that is mended. */
const refusing = new Set([400, 409, 413, 422, 451]);

const later = (code: string, retryAfterSeconds: number | null = null) =>
  ({ kind: "later", code, retryAfterSeconds }) as const satisfies Delivery;

class LaterError extends Error {
  override readonly name = "LaterError";
  readonly delivery: Delivery;
  readonly status: number | null;

  constructor(delivery: Delivery & { kind: "later" }, status: number | null) {
    super(delivery.code);
    this.delivery = delivery;
    this.status = status;
  }
}

const isRateLimit = (error: unknown): boolean => error instanceof LaterError && error.status === 429;

const states: Record<string, MailEvent["state"]> = {
  "email.sent": "sent",
  "email.delivered": "delivered",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
  "email.suppressed": "suppressed",
};

const Told = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({
    email_id: z.string().min(1),
    tags: z.object({ send: z.string() }).partial().catch({}),
    bounce: z.object({ type: z.string(), subType: z.string() }).partial().catch({}),
  }),
});

function toEvent(id: string, { type, created_at: at, data }: z.infer<typeof Told>): MailEvent | null {
  const state = states[type];
  if (!state) return null;
  const kind = [data.bounce.type, data.bounce.subType].filter(Boolean).join(" ").slice(0, 100);
  const sendId = data.tags.send ?? null;
  return {
    id,
    state,
    at,
    sendId,
    providerId: data.email_id,
    code: kind || null,
    isLasting: data.bounce.type !== "Transient",
  };
}

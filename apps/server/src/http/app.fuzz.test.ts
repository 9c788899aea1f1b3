import { ByCode, WithCode } from "@muejam/contracts/second-factor";
import {
  ByEmail,
  BySession,
  ChangeEmail,
  ChangePassword,
  ConfirmEmail,
  ResetPassword,
  SignIn,
  SignUp,
} from "@muejam/contracts/sign-in";
import fc, { type Arbitrary } from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import { createAccounts } from "../adapters/accounts.ts";
import { clerkNews } from "../adapters/clerk.ts";
import { createResendReader } from "../adapters/resend.ts";
import { hostileInput } from "../test/arbitrary-input.ts";
import { assail } from "../test/assail.ts";
import { webhookSecret } from "../test/fake-resend.ts";
import { app, ctxOf, make } from "../test/harness.ts";
import { openHttp, post, unlimited } from "../test/http.ts";
import { join, signIn } from "../test/sign-in.ts";
import { signWebhook } from "../test/svix.ts";
import type { HttpParts } from "./app.ts";

// Hashing is slow on purpose and tested elsewhere: here it would be all that is measured.
const accounts = createAccounts({
  keys: ctxOf(make.system()).keys,
  publicUrl: "https://muejam.test",
  passwords: {
    ...ctxOf(make.system()).accounts.passwords,
    hash: async (password) => `${password.length} letters`,
    verify: async (hashed, password) => hashed === `${password.length} letters`,
  },
});
const ctxFor: HttpParts["ctxFor"] = (caller) => ({ ...unlimited(caller), accounts });
const request = openHttp({ ctxFor, readMailEvent: createResendReader(webhookSecret) });
const readNews = clerkNews(webhookSecret);
const byClerk = openHttp({ ctxFor, signIn: { ...app.signIn, readNews } });
const person = await join();
const { access } = await signIn(openHttp(), person.email);

const email = fc.oneof(
  fc.constant(person.email),
  fc.emailAddress().filter((address) => ByEmail.safeParse({ email: address }).success),
);
const password = fc.string({ unit: "grapheme", minLength: 10, maxLength: 60 });
const token = fc.stringMatching(/^[\w-]{1,200}$/);
const code = fc.stringMatching(/^(\d{3} ?\d{3}|[0-9A-Za-tv-z]{5}-?[0-9A-Za-tv-z]{5})$/);
const id = fc.string({ minLength: 1, maxLength: 200 });

const forms: [string, z.ZodType, Arbitrary<unknown>][] = [
  ["sign-up", SignUp, fc.record({ email, password })],
  ["sign-in", SignIn, fc.record({ email, password })],
  ["verify-email", ConfirmEmail, fc.record({ token, password })],
  ["forgot-password", ByEmail, fc.record({ email })],
  ["reset-password", ResetPassword, fc.record({ token, password })],
  ["password", ChangePassword, fc.record({ currentPassword: password, password })],
  ["address", ChangeEmail, fc.record({ email, password })],
  ["sign-in/code", WithCode, fc.record({ ticket: token, code })],
  ["second-factor/confirm", WithCode, fc.record({ ticket: token, code })],
  ["second-factor/remove", ByCode, fc.record({ code })],
  ["second-factor/backup-codes", ByCode, fc.record({ code })],
  ["sessions/revoke", BySession, fc.record({ sessionId: fc.uuid() })],
];

test.each(forms)(
  "/api/auth/%s answers whatever it is sent",
  async (name, schema, fitting) => {
    const authorization = `Bearer ${access.accessToken}`;
    const share = await shareOf(name, fitting, {
      fits: (body) => schema.safeParse(parsed(body)).success,
      send: (body) => request(`/api/auth/${name}`, { ...post(0, { authorization }), body }),
    });
    expect(share).toBeGreaterThanOrEqual(0.5);
  },
  900_000,
);

const mailEvent = fc.record({
  type: fc.constantFrom("email.sent", "email.delivered", "email.bounced", "email.complained"),
  created_at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  data: fc.record(
    {
      email_id: id,
      tags: fc.record({ send: fc.oneof(fc.uuid(), fc.string()) }),
      bounce: fc.record({ type: id, subType: id }),
    },
    { requiredKeys: ["email_id"] },
  ),
});
const clerkMessage = fc.record({
  type: fc.constantFrom("user.created", "user.updated", "user.deleted", "session.ended", "session.revoked"),
  data: fc.record({ id, user_id: id }),
});

test("/webhooks/resend answers whatever is signed", async () => {
  const read = createResendReader(webhookSecret);
  const share = await shareOf("resend", mailEvent, {
    fits: (body) => Boolean(read(body, new Headers(signed(body).headers))),
    send: (body) => request("/webhooks/resend", signed(body)),
  });
  expect(share).toBeGreaterThanOrEqual(0.5);
}, 900_000);

test("/webhooks/clerk answers whatever is signed", async () => {
  const share = await shareOf("clerk", clerkMessage, {
    fits: (body) =>
      !["other", undefined].includes(readNews({ body, headers: new Headers(signed(body).headers) })?.kind),
    send: (body) => byClerk("/webhooks/clerk", signed(body)),
  });
  expect(share).toBeGreaterThanOrEqual(0.5);
}, 900_000);

type Door = { fits: (body: string) => boolean; send: (body: string) => Response | Promise<Response> };

async function shareOf(name: string, fitting: Arbitrary<unknown>, { fits, send }: Door): Promise<number> {
  let [sent, passed] = [0, 0];
  const input = fc.oneof(
    { weight: 65, arbitrary: fitting.map(toJson) },
    { weight: 34, arbitrary: hostileInput(fitting).map(toJson) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("", "{", "nul", "[".repeat(10_000), `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`),
    },
  );
  await assail(input, {
    send,
    see: (body) => {
      sent += 1;
      if (fits(body)) passed += 1;
    },
  });
  console.info(`${name}: ${Math.round((100 * passed) / sent)} % of ${sent} inputs passed the schema`);
  return passed / sent;
}

const signed = (body: string) => signWebhook(webhookSecret, body);

const toJson = (value: unknown) => JSON.stringify(value) ?? "";

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { composeMail } from "./compose-mail.ts";
import { readEnv } from "./env.ts";
import { signedEvent, startFakeResend, webhookSecret } from "./test/fake-resend.ts";
import { ctxOf, make } from "./test/harness.ts";
import { variables } from "./test/variables.ts";

const resend = await startFakeResend();
afterAll(resend.stop);

const composed = (changes: NodeJS.ProcessEnv = {}) =>
  composeMail(readEnv({ ...variables(), ...changes }), ctxOf(make.system()));
const mail = () => ({ id: randomUUID(), to: "a@post.example", subject: "Hm", html: "<p>Hm", text: "Hm", headers: {} });

test("without a key mail is kept, and no webhook is believed", async () => {
  const { mailer, mailbox, readMailEvent, local } = composed();
  const kept = mail();
  expect(await mailer.send(kept)).toMatchObject({ kind: "sent" });
  expect(await mailbox.find(kept.id)).toMatchObject({ subject: "Hm", from: "MueJam <mail@localhost>" });
  expect(readMailEvent).toBeNull();
  expect(local.isDatabaseEmbedded).toBe(false);
  expect(composed({ PUBLIC_URL: "https://jam.example" }).local.publicUrl).toBe("https://jam.example");
});

test("with a key mail goes to Resend in the name that was set, and its webhooks are read", async () => {
  const { mailer, mailbox, readMailEvent, close } = composed({
    RESEND_API_KEY: "re_key",
    RESEND_BASE_URL: resend.url,
    RESEND_WEBHOOK_SECRET: webhookSecret,
    MAIL_FROM: "MueJam <mail@muejam.example>",
  });
  const sent = mail();
  expect(await mailer.send(sent)).toMatchObject({ kind: "sent" });
  expect(resend.sent()).toMatchObject([{ key: sent.id, body: { from: "MueJam <mail@muejam.example>" } }]);
  expect(resend.requests[0]?.headers.authorization).toBe("Bearer re_key");
  expect(await mailbox.find(sent.id)).toBeNull();
  const { body, headers } = signedEvent({ type: "email.bounced", providerId: "p1", sendId: sent.id });
  expect(readMailEvent?.(body, new Headers(headers))).toMatchObject({
    state: "bounced",
    sendId: sent.id,
    isLasting: true,
  });
  close();
});

import { randomUUID } from "node:crypto";
import { withOwner } from "@muejam/db/testing/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createResendReader } from "../../adapters/resend.ts";
import { createKeyRing } from "../../kernel/keys.ts";
import { findAddressState } from "../../kernel/mail.repo.ts";
import { sendMail } from "../../kernel/mail.ts";
import { addressHash, addressHashes } from "../../kernel/mail-address.ts";
import { transact } from "../../kernel/transact.ts";
import { directUrl } from "../../test/database.ts";
import { signedEvent, type Told, webhookSecret } from "../../test/fake-resend.ts";
import { app, ctxOf, make, runJob, runJobs } from "../../test/harness.ts";
import { openHttp } from "../../test/http.ts";

const request = openHttp({ readMailEvent: createResendReader(webhookSecret) });
const ctx = ctxOf(make.system());
const tell = (told: Told) => request("/webhooks/resend", signedEvent(told));

async function sentMail(to = `${randomUUID()}@post.example`) {
  const key = randomUUID();
  const props = { link: "https://muejam.example/sign-in", at: "2026-11-20T10:31:00Z" };
  await transact(ctx, (tx) =>
    sendMail(tx, { template: "someone-tried-to-sign-up", props, to, key, reason: "security" }),
  );
  await runJobs();
  const row = () => ctx.db.mailSend.findUniqueOrThrow({ where: { key } });
  const address = () => findAddressState(ctx.db, addressHashes(ctx.keys, to));
  return { id: (await row()).id, to, row, address };
}

test("what the provider tells is applied to the mail and to the address", async () => {
  const mail = await sentMail();
  const at = "2026-11-20T11:00:00.000Z";
  expect((await tell({ type: "email.delivered", sendId: mail.id, at })).status).toBe(204);
  expect(await mail.row()).toMatchObject({ state: "delivered", stateAt: new Date(at) });
  expect(await mail.address()).toBe("ok");

  await tell({ type: "email.bounced", sendId: mail.id, data: { bounce: { type: "Permanent", subType: "General" } } });
  expect(await mail.row()).toMatchObject({ state: "bounced", lastError: "Permanent General" });
  expect(await mail.address()).toBe("bounced");

  const next = await sentMail(mail.to);
  expect(await next.row()).toMatchObject({ state: "suppressed", lastError: "BOUNCED" });
});

test("a full mailbox says nothing about the next mail", async () => {
  const mail = await sentMail();
  await tell({
    type: "email.bounced",
    sendId: mail.id,
    data: { bounce: { type: "Transient", subType: "MailboxFull" } },
  });
  expect(await mail.row()).toMatchObject({ state: "bounced" });
  expect(await mail.address()).toBe("ok");
});

test("an event is found by the provider's own id as well", async () => {
  const mail = await sentMail();
  // The outbox gives a mail its own id, as a provider gives one of theirs.
  await tell({ type: "email.complained", providerId: mail.id });
  expect(await mail.row()).toMatchObject({ state: "complained" });
  expect(await mail.address()).toBe("complained");
});

test("in whatever order and however often events come, the mail and the address end the same", async () => {
  const types = ["email.sent", "email.delivered", "email.bounced", "email.complained", "email.delivery_delayed"];
  const order = fc.shuffledSubarray(
    types.flatMap((type, at) => Array.from({ length: 2 }, () => ({ type, id: `msg_${type}`, at }))),
    { minLength: 10, maxLength: 10 },
  );
  await fc.assert(
    fc.asyncProperty(order, async (events) => {
      const mail = await sentMail();
      for (const { type, id, at } of events)
        await tell({
          type,
          sendId: mail.id,
          id: `${id}_${mail.id}`,
          at: new Date(1_790_000_000_000 + at * 1000).toISOString(),
        });
      expect(await mail.row()).toMatchObject({ state: "complained", stateAt: new Date(1_790_000_003_000) });
      expect(await mail.address()).toBe("bounced");
      expect(await ctx.db.mailEvent.count({ where: { sendId: mail.id } })).toBe(4);
    }),
    { numRuns: 25 },
  );
});

test("the same event told by many at once is applied once", async () => {
  const mail = await sentMail();
  const event = signedEvent({ type: "email.delivered", sendId: mail.id });
  const answers = await Promise.all(Array.from({ length: 8 }, async () => request("/webhooks/resend", event)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 204));
  expect(await ctx.db.mailEvent.count({ where: { sendId: mail.id } })).toBe(1);
});

test("told before our own record of the sending: the mail is not sent again", async () => {
  const key = randomUUID();
  const to = `${randomUUID()}@post.example`;
  const props = { link: "https://muejam.example/sign-in", at: "2026-11-20T10:31:00Z" };
  await transact(ctx, (tx) =>
    sendMail(tx, { template: "someone-tried-to-sign-up", props, to, key, reason: "account" }),
  );
  const { id } = await ctx.db.mailSend.findUniqueOrThrow({ where: { key } });
  await tell({ type: "email.delivered", sendId: id, providerId: "re-1" });
  await runJobs();
  expect(await ctx.db.mailSend.findUniqueOrThrow({ where: { key } })).toMatchObject({
    state: "delivered",
    providerId: "re-1",
    props: null,
    attempts: 0,
  });
  expect(await ctx.db.outboxMail.findUnique({ where: { id } })).toBeNull();
});

test("a late bounce does not undo what a person has put right; a later one does", async () => {
  const mail = await sentMail();
  const address = { addressHash: addressHash(ctx.keys, mail.to) };
  await ctx.db.mailAddress.create({ data: { ...address, state: "ok", at: new Date("2026-11-20T12:00:00Z") } });
  const bounce = (at: string) => tell({ type: "email.bounced", sendId: mail.id, at });
  await bounce("2026-11-20T11:59:00Z");
  expect(await mail.address()).toBe("ok");
  await bounce("2026-11-20T12:01:00Z");
  expect(await mail.address()).toBe("bounced");
});

test("what bounced before the keys were changed still bounces", async () => {
  const key = (id: string) => ({ id, secret: Buffer.alloc(32, id) });
  const ring = (...ids: string[]) =>
    createKeyRing({ field: ids.map(key), cursor: ids.map(key), signing: ids.map(key) });
  const to = `${randomUUID()}@post.example`;
  await ctx.db.mailAddress.create({
    data: { addressHash: addressHash(ring("old"), to), state: "bounced", at: new Date() },
  });
  expect(await findAddressState(ctx.db, addressHashes(ring("new", "old"), ` ${to.toUpperCase()}`))).toBe("bounced");
});

test("only what is signed is believed", async () => {
  const mail = await sentMail();
  const good = signedEvent({ type: "email.bounced", sendId: mail.id });
  const stale = String(Math.floor(Date.now() / 1000) - 360);
  const forged = [
    { ...good, body: good.body.replace("bounced", "delivered") },
    { ...good, headers: { ...good.headers, "svix-id": "msg_other" } },
    { ...good, headers: { ...good.headers, "svix-timestamp": stale } },
    { ...good, headers: { ...good.headers, "svix-signature": "v1,AAAA" } },
    { ...good, headers: { ...good.headers, "svix-signature": "v1" } },
    { ...good, headers: {} },
    { method: "POST", body: "" },
  ];
  for (const event of forged) {
    const answer = await request("/webhooks/resend", event);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: "SIGNATURE_INVALID" } });
  }
  expect(await mail.row()).toMatchObject({ state: "sent" });
});

test("what is signed but tells nothing of ours is taken and let go", async () => {
  for (const told of [
    { type: "email.delivered", sendId: randomUUID() },
    { type: "email.delivered", sendId: "not-an-id" },
    { type: "domain.updated" },
    { type: "email.delivered", data: { email_id: 7 } },
    { type: "email.delivered", at: "never" },
  ])
    expect((await tell(told)).status).toBe(204);
});

test("without a secret there is no such door, and it takes nothing but POST", async () => {
  const closed = openHttp();
  expect((await closed("/webhooks/resend", signedEvent({ type: "email.sent" }))).status).toBe(404);
  expect((await request("/webhooks/resend")).status).toBe(404);
});

test("while the database is away the provider is not told that all is well", async () => {
  const failing = openHttp({
    log: app.log.child({}, { level: "silent" }),
    readMailEvent: createResendReader(webhookSecret),
    ctxFor: (caller) => ({
      ...app.ctxFor(caller),
      db: { $transaction: () => Promise.reject(new Error("gone")) } as never,
    }),
  });
  expect((await failing("/webhooks/resend", signedEvent({ type: "email.sent" }))).status).toBe(500);
});

test("old sends and kept mail go, with what was told about them", async () => {
  const [old, young] = [await sentMail(), await sentMail()];
  await tell({ type: "email.delivered", sendId: old.id });
  await withOwner(directUrl, async (client) => {
    await client.query("UPDATE mail_send SET created_at = now() - interval '181 days' WHERE id = $1", [old.id]);
    await client.query("UPDATE outbox_mail SET at = now() - interval '31 days' WHERE id = $1", [old.id]);
  });
  await runJob("mail.purge");
  const left = { where: { id: { in: [old.id, young.id] } }, select: { id: true } };
  expect(await ctx.db.mailSend.findMany(left)).toEqual([{ id: young.id }]);
  expect(await ctx.db.outboxMail.findMany(left)).toEqual([{ id: young.id }]);
  expect(await ctx.db.mailEvent.count({ where: { sendId: old.id } })).toBe(0);
});

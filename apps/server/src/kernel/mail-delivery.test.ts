import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { answer } from "../test/fake-resend.ts";
import { openMailBench } from "../test/mail-bench.ts";
import { type Mail, sendMail } from "./mail.ts";
import { addressHash } from "./mail-address.ts";
import type { Mailer, MailPurpose } from "./mailer.ts";
import { transact } from "./transact.ts";

const bench = await openMailBench();
afterAll(bench.close);
const { resend } = bench;

const link = "https://muejam.example/sign-in";
const account: MailPurpose = { reason: "account" };
const mailOf = (purpose: MailPurpose = account, to = `${randomUUID()}@post.example`): Mail => ({
  template: "someone-tried-to-sign-up",
  props: { link, at: "2026-11-20T10:31:00Z" },
  to,
  key: randomUUID(),
  ...purpose,
});
const sentTo = (to: string) => resend.sent().filter((mail) => mail.to === to);
const { keys } = bench.ctx();
const note = (to: string, state: string) =>
  bench.pool.query("INSERT INTO mail_address (address_hash, state, at) VALUES ($1, $2, now())", [
    addressHash(keys, to),
    state,
  ]);

test("a mail goes out once the transaction has committed, and is recorded", async () => {
  const mail = mailOf();
  await bench.send(mail);
  expect(await bench.row(mail.key)).toMatchObject({ state: "queued", attempts: 0 });
  await bench.run();

  const [sent, ...more] = sentTo(mail.to);
  expect(more).toEqual([]);
  const row = await bench.row(mail.key);
  expect(row).toMatchObject({ state: "sent", provider: "resend", providerId: sent?.id, attempts: 1, lastError: null });
  expect(sent).toMatchObject({ key: row.id, body: { from: "MueJam <mail@muejam.example>", to: mail.to } });
  expect(sent?.body["html"]).toContain(link);
  expect(sent?.body["text"]).toContain(link);
});

test("a transaction that fails sends nothing", async () => {
  const mail = mailOf();
  const failing = transact(bench.ctx(), async (tx) => {
    await sendMail(tx, mail);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await bench.run();
  expect(sentTo(mail.to)).toEqual([]);
  await expect(bench.row(mail.key)).rejects.toThrow("no mail");
});

test("the same key is the same mail, also when asked for at the same time", async () => {
  const mail = mailOf();
  await Promise.all(Array.from({ length: 8 }, () => bench.send(mail)));
  expect(await bench.waits()).toHaveLength(1);
  await bench.run();
  await bench.send(mail);
  await bench.run();
  expect(sentTo(mail.to)).toHaveLength(1);
});

test("what is kept of a mail can be read by nobody, and its words are gone once it is sent", async () => {
  const mail = mailOf(account, "Nuala.Dace@post.example");
  await bench.send(mail);
  const all = async () =>
    JSON.stringify((await bench.pool.query("SELECT * FROM mail_send WHERE key = $1", [mail.key])).rows);
  expect(await all()).not.toMatch(/nuala|muejam\.example/i);
  await bench.run();
  expect(await all()).not.toMatch(/nuala|muejam\.example/i);
  expect(await bench.row(mail.key)).toMatchObject({ props: null });
});

test("props that the template does not take fail the caller, not the job", async () => {
  const props = { link: "javascript:alert(1)", at: "2026-11-20T10:31:00Z" };
  const mail: Mail = {
    template: "someone-tried-to-sign-up",
    props,
    to: "a@post.example",
    key: randomUUID(),
    ...account,
  };
  await expect(bench.send(mail)).rejects.toThrow("Invalid");
});

test.each([
  [
    "429 with a wish",
    answer.fault(429, "rate_limit_exceeded", { "retry-after": "90" }),
    "429 rate_limit_exceeded",
    [89, 91],
  ],
  ["500", answer.fault(500, "internal_server_error"), "500 internal_server_error", [3.5, 6]],
  ["502 in HTML", answer.html, "502 application_error", [3.5, 6]],
  ["200 with nothing in it", answer.nonsense, "NO_STATUS unnamed", [3.5, 6]],
  ["no answer", answer.hung, "TIMED_OUT", [3.5, 6]],
  ["taken, then cut off", answer.takenAndCut, "NO_STATUS application_error", [3.5, 6]],
  ["taken, then no answer", answer.takenAndHung, "TIMED_OUT", [3.5, 6]],
  [
    "asked twice at once",
    answer.fault(409, "concurrent_idempotent_requests"),
    "409 concurrent_idempotent_requests",
    [3.5, 6],
  ],
  ["our key is wrong", answer.fault(403, "invalid_api_key"), "403 invalid_api_key", [3.5, 6]],
])("%s: the mail waits, then goes out once", async (_name, behaviour, code, [least, most]) => {
  bench.restart();
  const mail = mailOf();
  resend.next(behaviour);
  await bench.send(mail);
  await bench.run();
  expect(await bench.row(mail.key)).toMatchObject({ state: "queued", attempts: 1, lastError: code });
  const [wait = 0, ...others] = await bench.waits();
  expect(others).toEqual([]);
  expect(wait).toBeGreaterThan(least ?? 0);
  expect(wait).toBeLessThan(most ?? 0);

  await bench.runLater();
  expect(await bench.row(mail.key)).toMatchObject({ state: "sent", attempts: 2, lastError: null });
  expect(sentTo(mail.to)).toHaveLength(1);
  expect(await bench.waits()).toEqual([]);
});

test("refused connections: nothing is lost while the provider is away, and each mail goes out once when it is back", async () => {
  bench.restart();
  const mails = Array.from({ length: 12 }, () => mailOf());
  await resend.stop();
  for (const mail of mails) await bench.send(mail);
  const codes = async () => new Set(await Promise.all(mails.map(async ({ key }) => (await bench.row(key)).lastError)));
  await bench.run();
  expect(await codes()).toEqual(new Set(["NO_STATUS application_error", "BREAKER_OPEN"]));
  await bench.runLater(2);
  expect(await codes()).toEqual(new Set(["BREAKER_OPEN"]));

  await resend.restart();
  bench.restart();
  await bench.runLater();
  for (const mail of mails) expect(sentTo(mail.to)).toHaveLength(1);
  expect(await bench.waits()).toEqual([]);
});

test.each([
  ["the address cannot be one", answer.fault(422, "validation_error"), "422 validation_error"],
  ["a field is missing", answer.fault(400, "missing_required_field"), "400 missing_required_field"],
])("refused for good, since %s", async (_name, behaviour, code) => {
  bench.restart();
  const mail = mailOf();
  resend.next(behaviour);
  await bench.send(mail);
  await bench.run();
  await bench.runLater();
  expect(await bench.row(mail.key)).toMatchObject({ state: "failed", attempts: 1, lastError: code, props: null });
  expect(sentTo(mail.to)).toEqual([]);
});

test("killed between the provider's answer and our record: asked again under the same key, sent once", async () => {
  bench.restart();
  const mail = mailOf();
  const dying: Mailer = {
    provider: "resend",
    async send(outgoing) {
      await bench.mailer().send(outgoing);
      throw new Error("killed");
    },
  };
  await bench.send(mail);
  await bench.run(dying);
  expect(await bench.row(mail.key)).toMatchObject({ state: "queued", attempts: 1 });
  expect(sentTo(mail.to)).toHaveLength(1);

  await bench.runLater();
  const [sent, ...more] = sentTo(mail.to);
  expect(more).toEqual([]);
  const asked = resend.requests.filter(({ key }) => key === sent?.key);
  expect(asked).toHaveLength(2);
  expect(await bench.row(mail.key)).toMatchObject({ state: "sent", attempts: 2, providerId: sent?.id });
});

test("taken before a new release wrote it anew: the provider's refusal of other words means sent", async () => {
  bench.restart();
  const mail = mailOf();
  resend.next(answer.takenAndCut, answer.fault(409, "invalid_idempotent_request"));
  await bench.send(mail);
  await bench.run();
  await bench.runLater();
  expect(await bench.row(mail.key)).toMatchObject({ state: "sent", providerId: null });
});

test("beyond the provider's memory of keys nothing is sent again", async () => {
  bench.restart();
  const mail = mailOf();
  resend.next(answer.takenAndHung);
  await bench.send(mail);
  await bench.run();
  await bench.pool.query("UPDATE mail_send SET tried_at = now() - interval '23 hours 1 minute' WHERE key = $1", [
    mail.key,
  ]);
  await bench.runLater();
  expect(await bench.row(mail.key)).toMatchObject({ state: "failed", lastError: "GAVE_UP" });
  expect(resend.requests.filter(({ key }) => key === sentTo(mail.to)[0]?.key)).toHaveLength(1);
});

test.each([
  ["bounced", "security", false],
  ["bounced", "takedown", false],
  ["bounced", "account", false],
  ["complained", "security", true],
  ["complained", "takedown", true],
  ["complained", "account", false],
  ["ok", "account", true],
] as const)("an address that is %s, for %s: %s", async (state, reason, goesOut) => {
  bench.restart();
  const mail = mailOf({ reason });
  await note(mail.to.toUpperCase(), state);
  await bench.send(mail);
  await bench.run();
  const ending = goesOut ? { state: "sent" } : { state: "suppressed", lastError: state.toUpperCase(), props: null };
  expect(await bench.row(mail.key)).toMatchObject(ending);
  expect(sentTo(mail.to)).toHaveLength(goesOut ? 1 : 0);
});

test("news can be ended from the mail itself; what guards an account cannot", async () => {
  bench.restart();
  const unsubscribe = "https://muejam.example/unsubscribe?of=abc";
  const [news, other] = [mailOf({ reason: "news", unsubscribe }), mailOf()];
  await bench.send(news);
  await bench.send(other);
  await bench.run();
  expect(sentTo(news.to)[0]?.body["headers"]).toEqual({
    "Auto-Submitted": "auto-generated",
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  });
  expect(sentTo(other.to)[0]?.body["headers"]).toEqual({ "Auto-Submitted": "auto-generated" });
});

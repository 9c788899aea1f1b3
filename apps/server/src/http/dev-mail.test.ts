import { randomUUID } from "node:crypto";
import { templates } from "@muejam/emails/registry";
import { expect, test } from "vitest";
import { createOutbox } from "../adapters/outbox.ts";
import { createKeyRing } from "../kernel/keys.ts";
import { sendMail } from "../kernel/mail.ts";
import { transact } from "../kernel/transact.ts";
import { ctxOf, make, runJobs } from "../test/harness.ts";
import { openHttp } from "../test/http.ts";

const local = { isDatabaseEmbedded: true, databaseUrl: "postgresql://127.0.0.1/muejam", host: "127.0.0.1" };
const open = openHttp({ local });
const get = (path: string, headers: Record<string, string> = { host: "localhost:3000" }) => open(path, { headers });
const ctx = ctxOf(make.system());

async function keptMail() {
  const key = randomUUID();
  const link = `https://muejam.example/verify?token=${key}`;
  const props = { link, askedAt: "2026-11-20T10:31:00Z", expiresAt: "2026-11-21T10:31:00Z" };
  const to = `${key}@post.example`;
  await transact(ctx, (tx) => sendMail(tx, { template: "verify-email", props, to, key, reason: "account" }));
  await runJobs();
  const { id } = await ctx.db.mailSend.findUniqueOrThrow({ where: { key } });
  return { id, link, to };
}

test("what would have been sent is found at /dev/mail, with its link, by whichever process asks", async () => {
  const { id, link, to } = await keptMail();
  const list = await (await get("/dev/mail")).text();
  expect(list).toContain(`href="/dev/mail/${id}"`);
  expect(list).toContain(to);
  expect(await (await get(`/dev/mail/${id}`)).text()).toContain(`<a href="${link}">`);
  expect(await (await get(`/dev/mail/${id}/body`)).text()).toContain(`href="${link}"`);
  expect(await (await get(`/dev/mail/${id}?part=text`)).text()).toContain(`Confirm this address:\n${link}`);
  const headers = await (await get(`/dev/mail/${id}?part=headers`)).text();
  for (const line of [`To: ${to}`, "Subject: Confirm your address for MueJam", "Auto-Submitted: auto-generated"])
    expect(headers).toContain(line);
});

test.each(Object.keys(templates))("%s has a preview, in both directions", async (name) => {
  expect(await (await get("/dev/mail")).text()).toContain(`href="/dev/mail/${name}"`);
  expect(await (await get(`/dev/mail/${name}/body`)).text()).toContain('dir="ltr"');
  expect(await (await get(`/dev/mail/${name}/body?reader=rtl`)).text()).toContain('<html lang="he" dir="rtl">');
  expect((await get(`/dev/mail/${name}`)).status).toBe(200);
});

test("the gallery shows every template on a phone, by day and by night", async () => {
  const gallery = await (await get("/dev/mail/gallery")).text();
  for (const name of Object.keys(templates))
    for (const light of ["light", "dark"]) expect(gallery).toContain(`src="/dev/mail/${name}/body?light=${light}"`);
  const ruleIn = async (query: string) => {
    const body = await (await get(`/dev/mail/verify-email/body${query}`)).text();
    return /@media ([^{]*)\{\.m-paper/.exec(body)?.[1];
  };
  const rules = [await ruleIn(""), await ruleIn("?light=light"), await ruleIn("?light=dark")];
  expect(rules).toEqual(["(prefers-color-scheme:dark)", "not all", "all"]);
});

test.each([
  ["the database is somebody's own", { ...local, isDatabaseEmbedded: false }, "localhost"],
  ["the database is elsewhere", { ...local, databaseUrl: "postgresql://db.example/muejam" }, "localhost"],
  ["the network can reach us", { ...local, host: "0.0.0.0" }, "localhost"],
  ["the name is not ours", local, "evil.example"],
])("there is no such door when %s", async (_name, parts, host) => {
  const { id } = await keptMail();
  const closed = openHttp({ local: parts });
  for (const path of ["", "/gallery", "/style.css", `/${id}`, `/${id}/body`, "/verify-email", "/verify-email/body"]) {
    const response = await closed(`/dev/mail${path}`, { headers: { host } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "NOT_FOUND" } });
  }
});

test("a test environment says nothing of an embedded database, so the door is shut by default", async () => {
  expect((await openHttp()("/dev/mail", { headers: { host: "localhost" } })).status).toBe(404);
});

test("what is not there is not found", async () => {
  for (const path of [`/${randomUUID()}`, `/${randomUUID()}/body`, "/nothing", "/constructor", "/__proto__/body"])
    expect((await get(`/dev/mail${path}`)).status).toBe(404);
});

test("nothing on these pages runs or leaves, and a mail is shut in a sandbox", async () => {
  const { id } = await keptMail();
  for (const path of ["/dev/mail", `/dev/mail/${id}`, `/dev/mail/${id}?part=text`, `/dev/mail/${id}/body`]) {
    const response = await get(path);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).not.toContain("unsafe");
    expect(policy).toMatch(/(default|script)-src 'none'/);
    expect(policy).toMatch(/form-action 'none'/);
    expect(policy).toMatch(path.endsWith("body") ? /^sandbox (?!.*allow-scripts)/ : /default-src 'none'/);
    expect(response.headers.get("cache-control")).toContain("no-store");
  }
  expect(await (await get(`/dev/mail/${id}`)).text()).toMatch(/<iframe [^>]*sandbox="allow-popups/);
});

test("a mail's words are text on our pages, whatever they are", async () => {
  const evil = '"><img src=x onerror=alert(1)>';
  const mailbox = createOutbox({ db: ctx.db, keys: ctx.keys, from: `${evil} <a@b>` });
  const id = randomUUID();
  const mail = {
    id,
    to: `a${evil}@post.example`,
    subject: `Hm ${evil}`,
    html: "<p>",
    text: `see https://x.example/${evil}`,
  };
  await mailbox.send({ ...mail, headers: { "X-Evil": evil } });
  for (const path of ["/dev/mail", `/dev/mail/${id}`, `/dev/mail/${id}?part=text`, `/dev/mail/${id}?part=headers`])
    expect(await (await get(path)).text()).not.toContain("<img");
  expect(await (await get(`/dev/mail/${id}?part=%22%3E%3Cimg`)).text()).not.toContain("<img");
});

test("the outbox keeps a mail once, sealed, and another key cannot read it", async () => {
  const { id, to } = await keptMail();
  const mailbox = createOutbox({ db: ctx.db, keys: ctx.keys, from: "MueJam <mail@localhost>" });
  const mail = { id, to, subject: "Again", html: "<p>", text: "Again", headers: {} };
  expect(await mailbox.send(mail)).toEqual({ kind: "sent", providerId: id });
  expect(await mailbox.find(id)).toMatchObject({ subject: "Confirm your address for MueJam" });
  const { sealed } = await ctx.db.outboxMail.findUniqueOrThrow({ where: { id } });
  expect(sealed).not.toContain("post.example");
  const key = [{ id: sealed.split(".")[0] ?? "", secret: Buffer.alloc(32) }];
  const other = createKeyRing({ field: key, cursor: key, signing: key });
  await expect(createOutbox({ db: ctx.db, keys: other, from: "" }).find(id)).rejects.toThrow("authenticate");
});

import { readdirSync, readFileSync } from "node:fs";
import { getAuthTables } from "better-auth/db";
import { betterAuth } from "better-auth/minimal";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { directUrl } from "../test/database.ts";
import { ctxOf, make } from "../test/harness.ts";
import { createAccounts } from "./accounts.ts";
import { accountsOptions } from "./accounts-options.ts";
import { createSeal } from "./accounts-seal.ts";
import { toSnake } from "./accounts-sql.ts";
import { accountsStore } from "./accounts-store.ts";
import { createPasswords } from "./passwords.ts";

const { db, keys } = ctxOf(make.system());
const publicUrl = "https://muejam.test";
const accounts = createAccounts({ keys, publicUrl });
const owner = new Client({ connectionString: directUrl });
await owner.connect();
afterAll(() => owner.end());

const options = accountsOptions({ publicUrl, passwords: createPasswords() });
const auth = betterAuth({
  ...options,
  secret: "a secret of more than forty letters, for a test only",
  database: accountsStore({ db: () => db, seal: createSeal(keys) }),
});
const { internalAdapter: store } = await auth.$context;

let count = 0;
const newPerson = () =>
  accounts.create(db, { email: `ada${(count += 1)}@example.org`, passwordHash: "$argon2id$none" });
const cells = async (table: string): Promise<string[]> => {
  const { rows } = await owner.query<{ row: Record<string, string | null> }>(
    `SELECT to_jsonb(t) AS row FROM ${table} AS t`,
  );
  return rows.flatMap(({ row }) => Object.values(row).map(String));
};

test("the tables are those that better-auth asks for, column by column, and what we add is named", async () => {
  const types = { string: "text", boolean: "boolean", date: "timestamp with time zone", number: "integer" };
  const asked = Object.values(getAuthTables(options)).flatMap(({ modelName, fields }) => [
    `${toSnake(modelName)}.id`,
    ...Object.entries(fields).map(([name, { fieldName = name, type, required, references }]) => {
      const sort = references ? "uuid" : types[String(type) as keyof typeof types];
      return `${toSnake(modelName)}.${toSnake(fieldName)} ${sort}${required === false ? "" : " not null"}`;
    }),
  ]);
  const { rows } = await owner.query<{ text: string }>(
    `SELECT table_name || '.' || column_name || CASE WHEN column_name = 'id' THEN '' ELSE
       ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END END AS text
     FROM information_schema.columns WHERE table_schema = 'auth'`,
  );
  const ours = ["session.proven_at timestamp with time zone"];
  expect(rows.map(({ text }) => text).sort()).toEqual([...asked, ...ours].sort());
});

test("the application may read and write their rows, and only their rows", async () => {
  await expect(db.$executeRaw`CREATE TABLE auth.mine (id int)`).rejects.toThrow("permission denied for schema auth");
  await expect(db.$executeRaw`TRUNCATE auth.session`).rejects.toThrow("permission denied");
});

test("the plugins that open a door beside our policy are not there", () => {
  expect(options.plugins.map((plugin: { id: string }) => plugin.id)).toEqual([]);
  const folder = import.meta.dirname;
  const ours = readdirSync(folder).filter((name) => name.startsWith("accounts") && !name.endsWith(".test.ts"));
  for (const name of ours) expect(readFileSync(`${folder}/${name}`, "utf8")).not.toMatch(/\b(bearer|admin)\(/);
});

test("a session is found by its token, which stands in no row", async () => {
  const { subject } = await newPerson();
  const session = await store.createSession(subject);
  const found = await store.findSession(session.token);
  expect(found?.session).toMatchObject({ id: session.id, token: session.token, userId: subject });
  expect(await cells("auth.session")).not.toContain(session.token);

  for (const forged of [
    session.id,
    `${session.id}.`,
    `${session.id}.x`,
    `x${session.token}`,
    `${session.token}x`,
    "",
    "a.b",
  ])
    expect(await store.findSession(forged), forged).toBeNull();
  for (const cell of await cells("auth.session")) expect(await store.findSession(cell), cell).toBeNull();
});

test("sessions that better-auth lists can be ended by what it was told", async () => {
  const { subject } = await newPerson();
  const kept = await store.createSession(subject);
  await store.createSession(subject);
  const others = (await store.listSessions(subject)).filter(({ token }) => token !== kept.token);
  await store.deleteSessions(others.map(({ token }) => token));
  expect((await store.listSessions(subject)).map(({ id }) => id)).toEqual([kept.id]);
});

test("another provider's tokens and what a ticket stands for are encrypted", async () => {
  const { subject } = await newPerson();
  const secrets = { accessToken: "their-access", refreshToken: "their-refresh", idToken: "their-id" };
  const linked = await store.createAccount({ userId: subject, providerId: "example", accountId: "42", ...secrets });
  expect(linked).toMatchObject(secrets);
  const word = await accounts.issueTicket(db, { kind: "sign-up", value: "a secret value", seconds: 60 });

  const stored = [...(await cells("auth.account")), ...(await cells("auth.verification"))].join("\n");
  for (const secret of [...Object.values(secrets), "a secret value", word]) expect(stored).not.toContain(secret);
  expect(await store.findAccounts(subject)).toContainEqual(expect.objectContaining(secrets));
});

test("a ticket is good once, for its own kind, until it is too old", async () => {
  const word = await accounts.issueTicket(db, { kind: "verify-email", value: "ada", seconds: 60 });
  expect(await accounts.readTicket(db, "reset-password", word)).toBeNull();
  expect(await accounts.useTicket(db, "reset-password", word)).toBeNull();
  expect(await accounts.readTicket(db, "verify-email", word)).toBe("ada");
  expect(await accounts.useTicket(db, "verify-email", word)).toBe("ada");
  expect(await accounts.useTicket(db, "verify-email", word)).toBeNull();

  const old = await accounts.issueTicket(db, { kind: "verify-email", value: "ada", seconds: -1 });
  expect(await accounts.readTicket(db, "verify-email", old)).toBeNull();
  expect(await accounts.useTicket(db, "verify-email", old)).toBeNull();
});

test("of several processes that use a ticket at once, one gets what it stands for", async () => {
  const processes = Array.from({ length: 4 }, () => createAccounts({ keys, publicUrl }));
  await Promise.all(processes.map((one) => one.readTicket(db, "verify-email", "warm")));
  for (let round = 0; round < 10; round += 1) {
    const word = await accounts.issueTicket(db, { kind: "verify-email", value: "ada", seconds: 60 });
    const uses = await Promise.all(processes.map((one) => one.useTicket(db, "verify-email", word)));
    expect(uses.filter((value) => value !== null)).toEqual(["ada"]);
  }
});

test("a call takes part in the transaction that it is given", async () => {
  const email = "undone@example.org";
  const undone = db.$transaction(async (tx) => {
    await accounts.create(tx, { email, passwordHash: "$argon2id$none" });
    expect(await accounts.findByEmail(tx, email)).not.toBeNull();
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await accounts.findByEmail(db, email)).toBeNull();
});

import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const key = `k1:${Buffer.alloc(32, 7).toString("base64url")}`;
const good = {
  DATABASE_URL: "postgres://a@127.0.0.1/muejam",
  FIELD_KEYS: key,
  CURSOR_KEYS: key,
  SIGNING_KEYS: `${key},${key.replace("k1", "k0")}`,
  TOKEN_KEYS: key,
};

test("defaults are those of one process on this machine", () => {
  expect(readEnv(good)).toMatchObject({ HOST: "127.0.0.1", PORT: 3000, NODE_ENV: "development" });
  expect(readEnv(good).SIGNING_KEYS.map(({ id }) => id)).toEqual(["k1", "k0"]);
});

test("a variable set to nothing is a variable not set", () => {
  expect(readEnv({ ...good, REDIS_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});

test("every fault is told at once, by name", () => {
  const bad = {
    ...good,
    PORT: "99999",
    REDIS_URL: "http://x",
    LOG_LEVEL: "loud",
    FIELD_KEYS: "short",
    DATABASE_URL: undefined,
  };
  expect(() => readEnv(bad)).toThrowError(
    expect.objectContaining({
      name: "StartError",
      message: [
        "The environment has 5 faults:",
        "  PORT must be at most 65535",
        "  DATABASE_URL is needed",
        "  REDIS_URL must be a redis:// address",
        "  FIELD_KEYS must be id:secret, the id of small letters and digits, the secret 32 bytes in base64url",
        "  LOG_LEVEL must be one of trace, debug, info, warn, error",
      ].join("\n"),
    }),
  );
});

test("what is there but wrong is not called missing", () => {
  expect(() => readEnv({ ...good, PORT: "many" })).toThrow("PORT must be a number");
});

test("administrators are named by addresses, in any case", () => {
  const named = (ADMIN_EMAILS: string) => readEnv({ ...good, ADMIN_EMAILS }).ADMIN_EMAILS;
  expect(readEnv(good).ADMIN_EMAILS).toEqual([]);
  expect(named("Ann@people.test, bea@people.test,")).toEqual(["ann@people.test", "bea@people.test"]);
  expect(() => named("ann@people.test,bea")).toThrow("must be addresses, comma-separated");
});

test("Clerk comes whole or not at all", () => {
  const faults = [
    "The environment has 3 faults:",
    "  CLERK_ISSUER is needed with CLERK_SECRET_KEY",
    "  CLERK_WEBHOOK_SECRET is needed with CLERK_SECRET_KEY",
    "  VITE_CLERK_PUBLISHABLE_KEY is needed with CLERK_SECRET_KEY",
  ];
  expect(() => readEnv({ ...good, CLERK_SECRET_KEY: "sk_test_x" })).toThrow(faults.join("\n"));
  const keyOf = (host: string) => `pk_test_${Buffer.from(`${host}$`).toString("base64")}`;
  const clerk = {
    CLERK_ISSUER: "https://clerk.example.org",
    CLERK_WEBHOOK_SECRET: "whsec_x",
    VITE_CLERK_PUBLISHABLE_KEY: keyOf("clerk.example.org"),
  };
  const stranger = { ...clerk, VITE_CLERK_PUBLISHABLE_KEY: keyOf("clerk.evil.test") };
  expect(() => readEnv({ ...good, ...stranger, CLERK_SECRET_KEY: "sk_test_x" })).toThrow(
    "VITE_CLERK_PUBLISHABLE_KEY is not of CLERK_ISSUER",
  );
  expect(readEnv({ ...good, ...clerk, CLERK_SECRET_KEY: "sk_test_x" })).toMatchObject(clerk);
});

test("another service's keys come in pairs, and only a test's server of this machine speaks for all", () => {
  const google = { GOOGLE_CLIENT_ID: "muejam.apps.googleusercontent.com", GOOGLE_CLIENT_SECRET: "x" };
  expect(readEnv({ ...good, ...google })).toMatchObject(google);
  expect(() => readEnv({ ...good, ...google, GOOGLE_CLIENT_SECRET: "" })).toThrow(
    "GOOGLE_CLIENT_SECRET is needed with GOOGLE_CLIENT_ID",
  );
  expect(() => readEnv({ ...good, GITHUB_CLIENT_SECRET: "x" })).toThrow(
    "GITHUB_CLIENT_ID is needed with GITHUB_CLIENT_SECRET",
  );
  const fake = { ...good, PROVIDERS_ORIGIN: "http://127.0.0.1:4000" };
  expect(readEnv(fake)).toMatchObject({ PROVIDERS_ORIGIN: "http://127.0.0.1:4000" });
  const production = { NODE_ENV: "production", PUBLIC_URL: "https://muejam.test" };
  for (const bad of [
    production,
    { PROVIDERS_ORIGIN: "http://127.0.0.1.evil.test" },
    { PROVIDERS_ORIGIN: "https://evil.test" },
  ])
    expect(() => readEnv({ ...fake, ...bad })).toThrow("PROVIDERS_ORIGIN is for tests on this machine alone");
});

test.each(["https://muejam.test/", "https://muejam.test/app", "muejam.test", "ftp://muejam.test"])(
  "%s is no place for people to come to",
  (PUBLIC_URL) => {
    expect(() => readEnv({ ...good, PUBLIC_URL })).toThrow(
      "PUBLIC_URL must be an http:// or https:// address without a path",
    );
  },
);

test("production says where people reach it", () => {
  expect(() => readEnv({ ...good, NODE_ENV: "production" })).toThrow(
    "PUBLIC_URL is needed when NODE_ENV is production",
  );
});

test("whoever sends mail says from which address", () => {
  const sending = { ...good, RESEND_API_KEY: "re_key" };
  expect(() => readEnv(sending)).toThrow("MAIL_FROM is needed with RESEND_API_KEY");
  expect(() => readEnv({ ...sending, MAIL_FROM: "mail@example.org\r\nBcc: x@example.org" })).toThrow(
    "MAIL_FROM must be",
  );
  expect(readEnv({ ...sending, MAIL_FROM: "MueJam <mail@example.org>" })).toMatchObject({ RESEND_API_KEY: "re_key" });
});

test("the sites that may call are written as browsers name them", () => {
  const sites = ["https://friend.example", "http://localhost:5173"];
  expect(readEnv({ ...good, ALLOWED_ORIGINS: sites.join(",") }).ALLOWED_ORIGINS).toEqual(sites);
  expect(readEnv(good).ALLOWED_ORIGINS).toEqual([]);
  for (const ALLOWED_ORIGINS of ["*", "null", "https://friend.example/", "friend.example"])
    expect(() => readEnv({ ...good, ALLOWED_ORIGINS })).toThrow("ALLOWED_ORIGINS.0 must be");
});

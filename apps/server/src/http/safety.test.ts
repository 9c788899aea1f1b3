import { rm } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { createResendReader } from "../adapters/resend.ts";
import { createCeiling } from "../kernel/ceiling.ts";
import { signedEvent, webhookSecret } from "../test/fake-resend.ts";
import { app } from "../test/harness.ts";
import { post, startHttp } from "../test/http.ts";
import { readAnswer, sendRaw } from "../test/tcp.ts";
import { buildWeb } from "../test/web-build.ts";
import type { HttpParts } from "./app.ts";
import { web } from "./web.ts";

const folder = await buildWeb();
afterAll(() => rm(folder, { recursive: true }));

const usual: Partial<HttpParts> = {
  web: await web(folder, app),
  local: { isDatabaseEmbedded: true, databaseUrl: "postgresql://127.0.0.1/muejam", host: "127.0.0.1" },
  readMailEvent: createResendReader(webhookSecret),
  allowedOrigins: ["https://friend.example"],
};
const tooMany = { take: async () => ({ allowed: false, remaining: 0, retryAfterSeconds: 7 }) };
const servers = {
  usual: await startHttp(usual),
  https: await startHttp(usual, { isHttps: true }),
  full: await startHttp({ ...usual, ceiling: createCeiling(0) }),
  limited: await startHttp({ ...usual, limits: tooMany }),
  late: await startHttp({ ...usual, answerMs: 0 }),
};
afterAll(() => Promise.all(Object.values(servers).map((server) => server.stop(0))));

const strict = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** OWASP's list of secure headers: those that hold on every answer. Some doors differ, as the table says. */
const owasp = {
  "cache-control": /no-store/,
  "content-security-policy": new RegExp(`^${strict}$`),
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /\bcamera=\(\).*\bmicrophone=\(\).*\busb=\(\)/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "x-permitted-cross-domain-policies": /^none$/,
  "x-request-id": /^[0-9a-f-]{36}$/,
} satisfies Record<string, RegExp>;

/** Also on that list, and not on ours. */
const notApplied = {
  "clear-site-data": "wipes the storage in which drafts wait for a network; signing out clears its own cookie",
  "cross-origin-embedder-policy":
    "isolates what uses shared memory, which nothing here does, and would bar covers from storage",
  "feature-policy": "is deprecated in favour of permissions-policy",
  "expect-ct": "is deprecated: browsers demand it of every certificate",
  "public-key-pins": "is deprecated: one lost key locks everybody out",
  "x-xss-protection": "is deprecated, and was a hole itself",
  pragma: "is deprecated in favour of cache-control",
};
/** What tells who serves; the list names some seventy, of which these could come from what we run. */
const toldOff = [
  "server",
  "x-powered-by",
  "x-generator",
  "x-framework",
  "powered-by",
  "via",
  "sourcemap",
  "x-sourcemap",
];

const page = {
  "cache-control": /^no-cache$/,
  "content-security-policy": /^default-src 'none'; script-src 'self' 'sha256-\S+'; style-src 'self';/,
};
const asset = { "cache-control": /immutable/, "content-security-policy": /^default-src 'self'/ };
const mailPage = {
  "content-security-policy": /^default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'/,
};

type Kind = {
  status: number;
  path: string;
  init?: RequestInit;
  at?: keyof typeof servers;
  differs?: Partial<Record<keyof typeof owasp, RegExp>>;
};
const kinds: Record<string, Kind> = {
  "a page": { status: 200, path: "/status", differs: page },
  "a page that is known already": {
    status: 304,
    path: "/status",
    init: { headers: { "if-none-match": await etagOf("/status") } },
    differs: page,
  },
  "the head of a page": { status: 200, path: "/status", init: { method: "HEAD" }, differs: page },
  "an asset": { status: 200, path: "/assets/app-1a2b.js", differs: asset },
  "part of an asset": {
    status: 206,
    path: "/assets/app-1a2b.js",
    init: { headers: { range: "bytes=0-0" } },
    differs: asset,
  },
  "an asset that is gone": { status: 404, path: "/assets/app-gone.js" },
  "a call": { status: 200, path: "/trpc/status.version" },
  "a refused call": { status: 404, path: "/trpc/nothing" },
  "a batch": { status: 200, path: "/trpc/status.version,status.version?batch=1" },
  "a batch of which some is refused": { status: 207, path: "/trpc/status.version,nothing?batch=1" },
  "a preflight": {
    status: 204,
    path: "/trpc/status.version",
    init: preflight("https://friend.example"),
    differs: { "cross-origin-resource-policy": /^cross-origin$/ },
  },
  "a refused preflight": { status: 403, path: "/trpc/status.version", init: preflight("https://foe.example") },
  "the health of the process": { status: 200, path: "/health/live" },
  "the health of its parts": { status: 200, path: "/health/ready" },
  metrics: { status: 200, path: "/metrics" },
  "the issuer's keys": { status: 200, path: "/api/auth/jwks", differs: { "cache-control": /^public, max-age=300$/ } },
  "the issuer's refusal": { status: 401, path: "/api/auth/refresh", init: post({}) },
  "the issuer's sign-out": { status: 200, path: "/api/auth/sign-out", init: post({}) },
  "the page that confirms": {
    status: 200,
    path: "/verify-email?token=abc",
    differs: {
      "content-security-policy":
        /^default-src 'none'; style-src 'sha256-\S+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      "referrer-policy": /^same-origin$/,
    },
  },
  "a webhook": { status: 204, path: "/webhooks/resend", init: signedEvent({ type: "domain.updated" }) },
  "a forged webhook": { status: 401, path: "/webhooks/resend", init: post({}) },
  "the outbox": { status: 200, path: "/dev/mail", differs: mailPage },
  "the outbox's style": { status: 200, path: "/dev/mail/style.css", differs: mailPage },
  "a mail": { status: 200, path: "/dev/mail/verify-email", differs: mailPage },
  "a mail's body": {
    status: 200,
    path: "/dev/mail/verify-email/body",
    differs: {
      "content-security-policy": /^sandbox .*script-src 'none'.*frame-ancestors 'self'$/,
      "x-frame-options": /^SAMEORIGIN$/,
    },
  },
  "nothing there": { status: 404, path: "/api/nothing" },
  "too large": { status: 413, path: "/trpc/status.version", init: post("x".repeat(1_100_000)) },
  "too often": { status: 429, path: "/trpc/status.version", at: "limited" },
  "too many": { status: 503, path: "/trpc/status.version", at: "full" },
  "too late": { status: 503, path: "/trpc/status.now", at: "late" },
};

test.each(Object.entries(kinds))("%s", async (_name, { status, path, init, at = "usual", differs }) => {
  const answer = await fetch(servers[at].address + path, init);
  await answer.text();
  expect(answer.status).toBe(status);
  check(answer.headers, differs);
  expect(answer.headers.get("strict-transport-security")).toBeNull();
  if (at !== "usual") return;
  const behindHttps = await fetch(servers.https.address + path, init);
  await behindHttps.text();
  expect(behindHttps.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
});

test.each([
  ["not HTTP", 400, "rubbish\r\n\r\n"],
  ["headers too large", 413, `GET / HTTP/1.1\r\nhost: a\r\nx: ${"y".repeat(70_000)}\r\n\r\n`],
  ["no host", 400, "GET / HTTP/1.1\r\n\r\n"],
  ["a host that no address has", 400, "GET / HTTP/1.1\r\nhost: a b\r\n\r\n"],
  ["an expectation", 400, "POST /trpc/a HTTP/1.1\r\nhost: a\r\nexpect: miracles\r\ncontent-length: 1\r\n\r\n1"],
  ["a tunnel", 405, "CONNECT a.example:443 HTTP/1.1\r\nhost: a\r\n\r\n"],
])("garbage: %s", async (_name, status, bytes) => {
  const answer = readAnswer(await sendRaw(servers.usual.address, [bytes]));
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ error: { requestId: answer.headers.get("x-request-id") } });
  check(answer.headers);
});

function check(headers: Headers, differs: Kind["differs"] = {}): void {
  for (const [name, value] of Object.entries({ ...owasp, ...differs })) expect(headers.get(name), name).toMatch(value);
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  for (const name of [...toldOff, ...Object.keys(notApplied)]) expect(headers.get(name), name).toBeNull();
}

async function etagOf(path: string): Promise<string> {
  const answer = await fetch(servers.usual.address + path);
  await answer.text();
  return answer.headers.get("etag") ?? "";
}

function preflight(origin: string): RequestInit {
  return { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } };
}

import { randomUUID } from "node:crypto";
import { ErrorEnvelope } from "@muejam/contracts/error";
import pino from "pino";
import { expect, test } from "vitest";
import { z } from "zod";
import { createCeiling } from "../kernel/ceiling.ts";
import { createMetrics } from "../kernel/metrics.ts";
import { app, make } from "../test/harness.ts";
import { openHttp, post, startHttp } from "../test/http.ts";
import { sendRaw } from "../test/tcp.ts";

const request = openHttp();
const local = { isDatabaseEmbedded: true, databaseUrl: "postgresql://127.0.0.1/muejam", host: "127.0.0.1" };
const Refusal = z.object({ error: z.union([z.object({ data: z.object({ app: ErrorEnvelope }) }), ErrorEnvelope]) });
const Parts = z.object({ parts: z.record(z.string(), z.object({ isUp: z.boolean(), latencyMs: z.number() })) });

async function refusalOf(response: Response): Promise<ErrorEnvelope> {
  const body: unknown = await response.json();
  const { error } = Refusal.parse(Array.isArray(body) ? body[0] : body);
  return "data" in error ? error.data.app : error;
}

test("every answer carries its request id", async () => {
  for (const path of ["/trpc/status.version", "/trpc/nothing", "/nothing"]) {
    const { headers } = await request(path);
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("cache-control")).toBe("private, no-store");
  }
});

test("a refusal names the request that the header names", async () => {
  const response = await request("/trpc/nothing");
  expect(await refusalOf(response)).toMatchObject({
    code: "NOT_FOUND",
    requestId: response.headers.get("x-request-id"),
  });
});

test.each([
  ["METHOD_NOT_ALLOWED", 405, "/trpc/status.withdrawTrouble", {}],
  ["INPUT_INVALID", 400, "/trpc/status.reportTrouble", post({ component: "moon" })],
  ["INPUT_INVALID", 400, "/trpc/status.reportTrouble", { ...post(0), body: "{broken" }],
  ["TOO_LARGE", 413, "/trpc/status.reportTrouble", post("x".repeat(1_100_000))],
  ["TOO_LARGE", 413, "/trpc/draft.get", post("x".repeat(1_100_000))],
  ["TOO_LARGE", 413, "/trpc/draft.save", post("x".repeat(1_100_000))],
  ["TOO_LARGE", 413, "/trpc/draft.save", post("x", { "content-length": "17000000" })],
  ["SIGN_IN_REQUIRED", 401, "/trpc/draft.save", post("x", { "content-length": "16000000" })],
  // Nobody has what a stranger sent read, not even to know it again.
  ["SIGN_IN_REQUIRED", 401, "/trpc/draft.save", { ...post("x", { "idempotency-key": randomUUID() }), body: "{broken" }],
  [
    "IDEMPOTENCY_KEY_INVALID",
    400,
    "/trpc/status.reportTrouble",
    post({ component: "jobs" }, { "idempotency-key": "1" }),
  ],
  [
    "BATCHED_WRITE",
    400,
    "/trpc/status.reportTrouble%2Cstatus.reportTrouble?batch=1",
    post({ 0: { component: "jobs" }, 1: { component: "cache" } }),
  ],
])("%s is %i", async (code, status, path, init) => {
  const response = await request(path, init);
  expect([(await refusalOf(response)).code, response.status]).toEqual([code, status]);
});

test("a batch of ten costs ten", async () => {
  const { address } = make.visitor();
  const batch = (calls: number) => {
    const names = Array.from({ length: calls }, () => "status.version").join(",");
    return request(`/trpc/${names}?batch=1`, { address });
  };
  for (let sent = 0; sent < 600; sent += 10) expect((await batch(10)).status).toBe(200);
  const refused = await batch(1);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await request("/trpc/status.version")).status).toBe(200);
});

test("above the ceiling a request is told to come back", async () => {
  const response = await openHttp({ ceiling: createCeiling(0) })("/trpc/status.version");
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("1");
  expect(await refusalOf(response)).toMatchObject({ code: "OVERLOADED" });
});

test("one caller, however slow, leaves places for the others", async () => {
  const held = Promise.withResolvers<[]>();
  const mailbox = { ...app.mailbox, list: () => held.promise };
  const ask = openHttp({ ceiling: createCeiling(8), local, mailbox });
  const { address } = make.visitor();
  const greedy = Array.from({ length: 8 }, async () => ask("/dev/mail", { address, headers: { host: "localhost" } }));
  expect((await ask("/trpc/status.version", { address })).status).toBe(503);
  expect((await ask("/trpc/status.version")).status).toBe(200);
  held.resolve([]);
  const answered = (await Promise.all(greedy)).filter(({ status }) => status === 200);
  expect(answered).toHaveLength(2);
  expect((await ask("/trpc/status.version", { address })).status).toBe(200);
});

test("what takes too long is given up with an answer", async () => {
  const slow = openHttp({ answerMs: 20, local, mailbox: { ...app.mailbox, list: () => new Promise(() => undefined) } });
  const response = await slow("/dev/mail", { headers: { host: "localhost" } });
  expect(response.status).toBe(503);
  expect(await refusalOf(response)).toMatchObject({ code: "TIMED_OUT" });
});

test("whoever hangs up in the middle of a body has broken nothing", async () => {
  const told: string[] = [];
  const log = pino({ level: "warn" }, { write: (line) => void told.push(line) });
  const metrics = createMetrics();
  const server = await startHttp({ log, metrics });
  const heads = ["content-length: 9999", "transfer-encoding: chunked"];
  for (const head of heads)
    for (const path of [
      "/api/auth/sign-in",
      "/api/faults",
      "/trpc/status.reportTrouble",
      "/webhooks/resend",
      "/verify-email",
    ])
      await sendRaw(server.address, [
        `POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n${head}\r\n\r\n`,
        "5\r\n{",
      ]);
  await server.stop(1000);
  expect(told).toEqual([]);
  expect(await metrics.registry.metrics()).not.toMatch(/status="5/);
});

test("ready tells each part and its latency; only the database and a drain make it unready", async () => {
  const broken = () => Promise.reject(new Error("gone"));
  const fine = async () => undefined;
  const ready = async (probes: Record<"database" | "cache" | "jobs", () => Promise<void>>, isDraining = false) => {
    const response = await openHttp({ probes, isDraining: () => isDraining })("/health/ready");
    return { status: response.status, ...Parts.parse(await response.json()) };
  };
  const all = { database: fine, cache: fine, jobs: fine };
  expect(await ready(all)).toMatchObject({
    status: 200,
    parts: { cache: { isUp: true, latencyMs: expect.any(Number) } },
  });
  expect(await ready({ ...all, cache: broken })).toMatchObject({ status: 200, parts: { cache: { isUp: false } } });
  expect(await ready({ ...all, database: broken })).toMatchObject({
    status: 503,
    parts: { database: { isUp: false } },
  });
  expect((await ready(all, true)).status).toBe(503);
  expect((await openHttp({ isDraining: () => true })("/health/live")).status).toBe(200);
});

test("however many ask at once whether it is ready, each part is looked at once", async () => {
  let looks = 0;
  const probe = async () => void (looks += 1);
  const ask = openHttp({ probes: { database: probe, cache: probe, jobs: probe } });
  const answers = await Promise.all(Array.from({ length: 50 }, async () => ask("/health/ready")));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(looks).toBe(3);
  await ask("/health/ready");
  expect(looks).toBe(6);
});

test("metrics are shown to this machine alone, or to whoever has the token", async () => {
  expect((await request("/metrics")).status).toBe(404);
  expect((await request("/metrics", { address: "127.0.0.1" })).status).toBe(200);
  const guarded = openHttp({ metricsToken: "a token of sixteen" });
  expect((await guarded("/metrics", { address: "127.0.0.1" })).status).toBe(404);
  const response = await guarded("/metrics", { headers: { authorization: "Bearer a token of sixteen" } });
  expect(await response.text()).toContain("muejam_cache_reads_total");
});

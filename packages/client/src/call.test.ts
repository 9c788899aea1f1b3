import { expect, test } from "vitest";
import { createMuejam } from "./client.ts";
import { type Answer, cut, give, page, refuse, startWire, stay } from "./test/wire-server.ts";

const now = { components: [] };
const draft = { chapterId: "c", journalId: "j", seq: 0, baseVersion: 0, docVersion: 3 };
const soon = { status: 503, headers: { "retry-after": "0" } };

test("reads travel together, ten at most; a write alone, under a key of its own", async () => {
  const { url, asked } = await startWire(give(now));
  const muejam = createMuejam({ url, apiKey: "mj_secret", actingAs: "p1" });
  await Promise.all(Array.from({ length: 12 }, () => muejam.status.now.query()));
  expect(asked.map(({ paths }) => paths.length)).toEqual([10, 2]);

  await Promise.all([muejam.draft.save.mutate(draft), muejam.draft.save.mutate(draft)]);
  const writes = asked.slice(2);
  expect(writes.map(({ paths, inputs }) => [paths, inputs])).toEqual([
    [["draft.save"], [draft]],
    [["draft.save"], [draft]],
  ]);
  expect(new Set(writes.map(({ headers }) => headers["idempotency-key"])).size).toBe(2);
  for (const { headers, url: address } of asked) {
    expect(headers).toMatchObject({ authorization: "Bearer mj_secret", "x-acting-profile": "p1" });
    expect(address).not.toMatch(/mj_|p1/);
  }
});

test("a visitor shows nothing", async () => {
  const { url, asked } = await startWire(give(now));
  await createMuejam({ url: `${url}/`, actingAs: "p1" }).status.now.query();
  expect(asked[0]?.headers).not.toHaveProperty("authorization");
  expect(asked[0]?.headers).not.toHaveProperty("x-acting-profile");
});

test.each([
  ["MueJam is busy", refuse("OVERLOADED", soon)],
  ["it took too long", refuse("TIMED_OUT", soon)],
  ["there was too much of it", refuse("RATE_LIMITED", { status: 429, params: { retryAfterSeconds: 0.05 } })],
  ["the network is gone", cut],
  ["a proxy finds nobody", page(502)],
])("is repeated when %s, a write under the same key", async (_, refusal) => {
  const { url, asked } = await startWire(refusal, give(now), refusal, give({ version: 1 }));
  const muejam = createMuejam({ url });
  expect(await muejam.status.now.query()).toEqual(now);
  expect(await muejam.draft.save.mutate(draft)).toEqual({ version: 1 });
  expect(asked).toHaveLength(4);
  expect(asked[2]?.headers["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(asked[3]?.headers["idempotency-key"]).toBe(asked[2]?.headers["idempotency-key"]);
});

test("a write may be given a key, to be repeated by another process", async () => {
  const { url, asked } = await startWire(give({ version: 1 }));
  const idempotencyKey = crypto.randomUUID();
  await createMuejam({ url }).draft.save.mutate(draft, { idempotencyKey });
  expect(asked[0]?.headers["idempotency-key"]).toBe(idempotencyKey);
});

test("gives up after as many repeats as it was told", async () => {
  const { url, asked } = await startWire(refuse("OVERLOADED", soon));
  await expect(createMuejam({ url, retries: 2 }).status.now.query()).rejects.toMatchObject({ code: "OVERLOADED" });
  expect(asked).toHaveLength(3);
});

test("does not wait longer than anybody would", async () => {
  const { url, asked } = await startWire(refuse("RATE_LIMITED", { status: 429, params: { retryAfterSeconds: 600 } }));
  const refused = { code: "RATE_LIMITED", retryAfterMs: 600_000, params: { retryAfterSeconds: 600 } };
  await expect(createMuejam({ url }).status.now.query()).rejects.toMatchObject(refused);
  expect(asked).toHaveLength(1);
});

const issues = [{ path: "title", rule: "too_small", message: "Write at least 1 characters." }];

test.each([
  ["CONFLICT", refuse("CONFLICT", { params: { max: 3 } }), { status: 409, params: { max: 3 }, issues: [] }],
  ["INPUT_INVALID", refuse("INPUT_INVALID", { status: 400, issues }), { status: 400, params: {}, issues }],
  ["INTERNAL", refuse("INTERNAL", { status: 500 }), { status: 500 }],
  ["UNINTELLIGIBLE", refuse("OF_TOMORROW"), { status: 409, message: "No." }],
])("%s is told at once, with all that is known of it", async (code, refusal, facts) => {
  const { url, asked } = await startWire(refusal);
  const error = { name: "MuejamError", code, requestId: "r1", ...facts };
  await expect(createMuejam({ url }).draft.save.mutate(draft)).rejects.toMatchObject(error);
  await expect(createMuejam({ url }).status.now.query()).rejects.toMatchObject(error);
  expect(asked).toHaveLength(2);
});

test.each([
  ["a page", page(404), 404],
  [
    "JSON of another kind",
    (response) => response.writeHead(200, { "content-type": "application/json" }).end("{}"),
    200,
  ],
] satisfies [string, Answer, number][])("%s is told as what is not MueJam's", async (_, answer, status) => {
  const { url } = await startWire(answer);
  const error = { code: "UNINTELLIGIBLE", status, requestId: null };
  await expect(createMuejam({ url }).status.now.query()).rejects.toMatchObject(error);
  await expect(createMuejam({ url }).draft.save.mutate(draft)).rejects.toMatchObject(error);
});

test("nobody's answer is told as that", async () => {
  const nobody = createMuejam({ url: "http://127.0.0.1:1", retries: 0 });
  await expect(nobody.status.now.query()).rejects.toMatchObject({ code: "UNREACHABLE", status: null });
});

test("a refused token is replaced, once", async () => {
  const { url, asked } = await startWire(refuse("TOKEN_INVALID", { status: 401 }), give(now), refuse("TOKEN_INVALID"));
  const tokens = ["old", "new", "third", "fourth"];
  const seen: (string | undefined)[] = [];
  const muejam = createMuejam({
    url,
    getToken: (refused) => {
      seen.push(refused);
      return tokens.shift() ?? null;
    },
  });
  expect(await muejam.status.now.query()).toEqual(now);
  await expect(muejam.status.now.query()).rejects.toMatchObject({ code: "TOKEN_INVALID" });
  expect(seen).toEqual([undefined, "old", undefined, "third"]);
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(
    ["old", "new", "third", "fourth"].map((token) => `Bearer ${token}`),
  );
});

test("a key that is refused stays refused, and so does whoever cannot get a token", async () => {
  const { url, asked } = await startWire(refuse("TOKEN_INVALID", { status: 401 }));
  await expect(createMuejam({ url, apiKey: "mj_x" }).status.now.query()).rejects.toMatchObject({
    code: "TOKEN_INVALID",
  });
  const away = new Error("The issuer is away.");
  await expect(createMuejam({ url, getToken: () => Promise.reject(away) }).status.now.query()).rejects.toBe(away);
  expect(asked).toHaveLength(1);
});

test("whoever goes is let go at once, while the rest of the batch is waited for", async () => {
  const { url, asked } = await startWire(stay, refuse("OVERLOADED", { status: 503, headers: { "retry-after": "60" } }));
  const muejam = createMuejam({ url });
  const leaving = new AbortController();
  const left = muejam.status.now.query(undefined, { signal: leaving.signal });
  const staying = new AbortController();
  const stayed = muejam.status.now.query(undefined, { signal: staying.signal });
  await expect.poll(() => asked.length).toBe(1);
  leaving.abort(new Error("enough"));
  await expect(left).rejects.toThrow("enough");
  expect(await Promise.race([stayed, Promise.resolve("waiting")])).toBe("waiting");
  staying.abort();
  await expect(stayed).rejects.toHaveProperty("name", "AbortError");

  const later = new AbortController();
  const patient = muejam.status.now.query(undefined, { signal: later.signal });
  await expect.poll(() => asked.length).toBe(2);
  later.abort();
  await expect(patient).rejects.toHaveProperty("name", "AbortError");
});

import { expect, test } from "vitest";
import { openHttp, post } from "../test/http.ts";

const friend = "https://friend.example";
const request = openHttp({ allowedOrigins: [friend] });
const preflight = (origin: string, method = "POST") => ({
  method: "OPTIONS",
  headers: { origin, "access-control-request-method": method, "access-control-request-headers": "authorization" },
});
const allowed = (headers: Headers) => headers.get("access-control-allow-origin");

test("a site on the list may call, and hears which headers and for how long", async () => {
  const asked = await request("/trpc/status.version", preflight(friend));
  expect(asked.status).toBe(204);
  expect(allowed(asked.headers)).toBe(friend);
  expect(asked.headers.get("access-control-allow-methods")).toBe("GET, POST");
  expect(asked.headers.get("access-control-allow-headers")).toContain("authorization, content-type, idempotency-key");
  expect(asked.headers.get("access-control-max-age")).toBe("600");

  for (const path of ["/trpc/status.version", "/trpc/nothing"]) {
    const { headers } = await request(path, { headers: { origin: friend } });
    expect(allowed(headers)).toBe(friend);
    expect(headers.get("vary")).toContain("origin");
    expect(headers.get("access-control-expose-headers")).toBe("retry-after, x-request-id");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
  }
});

test("what is too large is told so that the page that sent it can read why", async () => {
  const large = post("x".repeat(1_100_000), { origin: friend });
  const answer = await request("/trpc/status.reportTrouble", large);
  expect([answer.status, allowed(answer.headers)]).toEqual([413, friend]);
});

test.each([
  ["another site", "https://foe.example"],
  ["no site", "null"],
  ["everybody", "*"],
  ["a name that begins alike", "https://friend.example.foe.example"],
  ["another scheme", "http://friend.example"],
  ["another port", "https://friend.example:8443"],
  ["other letters", "https://FRIEND.example"],
])("%s is never let in, nor its name repeated", async (_name, origin) => {
  const asked = await request("/trpc/status.version", preflight(origin));
  expect(asked.status).toBe(403);
  expect(await asked.json()).toMatchObject({ error: { data: { app: { code: "FORBIDDEN" } } } });
  const called = await request("/trpc/status.version", { headers: { origin } });
  for (const { headers } of [asked, called])
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("with no list there is no other site", async () => {
  const closed = openHttp();
  expect((await closed("/trpc/status.version", preflight(friend))).status).toBe(403);
  expect(allowed((await closed("/trpc/status.version", { headers: { origin: friend } })).headers)).toBeNull();
});

test("where a cookie counts, not even a site on the list may call", async () => {
  for (const path of ["/api/auth/refresh", "/api/auth/sign-in", "/verify-email", "/webhooks/resend", "/dev/mail"]) {
    const asked = await request(path, preflight(friend));
    expect([asked.status, allowed(asked.headers)]).toEqual([403, null]);
  }
  for (const path of ["refresh", "sign-in", "sign-up", "sign-out", "forgot-password", "sessions/revoke-others"]) {
    const called = await request(`/api/auth/${path}`, post({}, { origin: friend }));
    expect([path, called.status, allowed(called.headers)]).toEqual([path, 403, null]);
  }
});

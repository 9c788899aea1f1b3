import { ErrorEnvelope } from "@muejam/contracts/error";
import { expect, test } from "vitest";
import { z } from "zod";
import { clerkNews } from "../adapters/clerk.ts";
import { createResendReader } from "../adapters/resend.ts";
import { webhookSecret } from "../test/fake-resend.ts";
import { app } from "../test/harness.ts";
import { openHttp, post, routesOf } from "../test/http.ts";

const local = { isDatabaseEmbedded: true, databaseUrl: "postgresql://127.0.0.1/muejam", host: "127.0.0.1" };
const readMailEvent = createResendReader(webhookSecret);
const builtIn = { local, readMailEvent };
const byClerk = { ...builtIn, signIn: { ...app.signIn, readNews: clerkNews(webhookSecret) } };

const Refusal = z.object({ error: z.union([z.object({ data: z.object({ app: ErrorEnvelope }) }), ErrorEnvelope]) });
const form = { method: "POST", body: new URLSearchParams({ token: '">' }) };
const torn = { method: "POST", body: "--x\r\nbroken", headers: { "content-type": "multipart/form-data; boundary=y" } };
const wrong: Record<string, RequestInit> = {
  GET: {},
  DELETE: { method: "DELETE" },
  PROPFIND: { method: "PROPFIND" },
  "POST of nothing": { method: "POST" },
  "POST of broken JSON": { ...post(0), body: "{broken" },
  "POST of another shape": post([[[]]]),
  "POST of a form": form,
  "POST of a torn form": torn,
  "POST of too much": post("x".repeat(1_100_000)),
};

const asIfHere = ({ headers }: RequestInit) => new Headers([["host", "localhost:3000"], ...new Headers(headers)]);

test.each([
  ["the built-in issuer", builtIn],
  ["Clerk", byClerk],
])("every door refuses in the one envelope, with %s", async (_name, parts) => {
  const request = openHttp(parts);
  const [refused, tooLarge] = [new Set<string>(), new Set<string>()];
  for (const path of routesOf(parts))
    for (const [manner, init] of Object.entries(wrong)) {
      const answer = await request(path, { ...init, headers: asIfHere(init) });
      const text = await answer.text();
      const shown = `${manner} ${path}: ${answer.status} ${text.slice(0, 300)}`;
      expect(answer.status, shown).toBeLessThan(500);
      if (answer.status < 400 || answer.headers.get("content-type")?.startsWith("text/html")) continue;
      const { error } = Refusal.parse(JSON.parse(text));
      const envelope = "data" in error ? error.data.app : error;
      expect(envelope.requestId, shown).toBe(answer.headers.get("x-request-id"));
      if (envelope.code === "TOO_LARGE") tooLarge.add(path);
      refused.add(path);
    }
  expect([...refused].sort()).toEqual(routesOf(parts).sort());
  // A picture may be as large; how large it is, is measured once it is known who sends it.
  expect([...tooLarge, "/media"].sort()).toEqual([...refused].sort());
});

test.each(["/api/auth/sign-in", "/webhooks/resend", "/verify-email", "/unsubscribe"])(
  "%s takes no more than 64 kB",
  async (path) => {
    const request = openHttp(builtIn);
    const status = async (kB: number) => (await request(path, post("x".repeat(kB * 1024)))).status;
    expect(await status(63)).not.toBe(413);
    expect(await status(65)).toBe(413);
  },
);

test.each(["/api", "/api/nothing", "/dev", "/health/nothing", "/metrics/x", "/webhooks/nothing", "/trpc/", "/%61pi/x"])(
  "below %s nothing is a page",
  async (path) => {
    const answer = await openHttp(builtIn)(path);
    expect(answer.status).toBe(404);
    Refusal.parse(await answer.json());
  },
);

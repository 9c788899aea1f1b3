import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";
import pino from "pino";
import { afterAll, describe, expect, test } from "vitest";
import { signWebhook } from "../test/svix.ts";
import { clerkDirectory, clerkNews, clerkRow } from "./clerk.ts";
import { createVerifier } from "./tokens.ts";

// What Clerk documents, spoken by a server on this machine. Clerk itself was never asked.
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
const users = new Map<string, object>();
let answer = 200;
let asked: { url: string | undefined; authorization: string | undefined }[] = [];
const server = createServer((request, response) => {
  asked.push({ url: request.url, authorization: request.headers.authorization });
  response.setHeader("content-type", "application/json");
  if (request.url === "/.well-known/jwks.json")
    return response.end(
      JSON.stringify({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "ins_1", alg: "RS256" }] }),
    );
  const user = users.get(request.url?.split("/").at(-1) ?? "");
  if (answer !== 200) return response.writeHead(answer).end("<html>");
  return user ? response.end(JSON.stringify(user)) : response.writeHead(404).end("{}");
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());
const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const log = pino({ level: "silent" });

describe("Clerk adapter contract", () => {
  test.each([
    ["by the published keys", undefined],
    ["by the PEM key", publicKey.export({ type: "spki", format: "pem" }).toString()],
  ])("a token is read %s", async (_name, jwtKey) => {
    const verify = createVerifier([clerkRow({ iss: at, jwtKey, authorizedParties: ["https://muejam.test"], log })]);
    const claims = { iss: at, sub: "user_1", sid: "sess_1", azp: "https://muejam.test" };
    const sign = (changes: object, { by = privateKey, lastsSeconds = 60 } = {}) =>
      new SignJWT({ ...claims, ...changes })
        .setProtectedHeader({ alg: "RS256", kid: "ins_1" })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + lastsSeconds)
        .sign(by);
    expect(await verify(await sign({}))).toMatchObject({ issuer: "clerk", subject: "user_1", sessionId: "sess_1" });
    expect(await verify(await sign({ azp: "https://evil.test" }))).toBeNull();
    expect(await verify(await sign({ iss: "https://evil.test" }))).toBeNull();
    expect(await verify(await sign({}, { lastsSeconds: -10 }))).toBeNull();
    expect(await verify(await sign({}, { by: stranger.privateKey }))).toBeNull();
  });

  const find = clerkDirectory({ apiUrl: at, secretKey: "sk_test_x" });
  const address = (id: string, email_address: string, status: string | null) => ({
    id,
    email_address,
    verification: status && { status },
  });

  test("a person is known by the main address, confirmed or not", async () => {
    const email_addresses = [
      address("a", "Old@example.org", "verified"),
      address("b", "Ada@Example.org", "unverified"),
    ];
    users.set("user_1", { id: "user_1", primary_email_address_id: "b", email_addresses });
    users.set("user_2", { id: "user_2", primary_email_address_id: "a", email_addresses });
    users.set("user_3", { id: "user_3", primary_email_address_id: null, email_addresses: [] });
    asked = [];
    expect(await find("user_1")).toEqual({ subject: "user_1", email: "ada@example.org", isEmailVerified: false });
    expect(await find("user_2")).toEqual({ subject: "user_2", email: "old@example.org", isEmailVerified: true });
    expect(await find("user_3")).toEqual({ subject: "user_3", email: null, isEmailVerified: false });
    expect(asked[0]).toEqual({ url: "/v1/users/user_1", authorization: "Bearer sk_test_x" });
  });

  test("somebody Clerk does not know is nobody, and trouble at Clerk is not nobody", async () => {
    expect(await find("user_9")).toBeNull();
    answer = 502;
    await expect(find("user_1")).rejects.toThrow("Clerk answered 502.");
    answer = 200;
    expect(await find("../../other")).toBeNull();
    expect(asked.at(-1)?.url).toBe("/v1/users/..%2F..%2Fother");
  });

  const secret = `whsec_${randomBytes(24).toString("base64")}`;
  const read = clerkNews(secret);
  const signed = (body: string, { by = secret, sentAt = new Date() } = {}) => {
    const { headers } = signWebhook(by, body, { at: sentAt });
    return { body, headers: new Headers(headers) };
  };
  const user = (type: string) => JSON.stringify({ type, data: { id: "user_1", email_addresses: [] } });
  const session = (type: string) => JSON.stringify({ type, data: { id: "sess_1", user_id: "user_1" } });

  test.each([
    [user("user.created"), { kind: "changed", subject: "user_1" }],
    [user("user.updated"), { kind: "changed", subject: "user_1" }],
    [user("user.deleted"), { kind: "deleted", subject: "user_1" }],
    [session("session.ended"), { kind: "session-ended", subject: "user_1", sessionId: "sess_1" }],
    [session("session.removed"), { kind: "session-ended", subject: "user_1", sessionId: "sess_1" }],
    [session("session.revoked"), { kind: "session-ended", subject: "user_1", sessionId: "sess_1" }],
    [session("session.created"), { kind: "other" }],
    [JSON.stringify({ type: "user.created", data: {} }), { kind: "other" }],
  ])("%s", (body, news) => {
    expect(read(signed(body))).toEqual(news);
  });

  test("what Clerk did not sign, or signed long ago, is not read", () => {
    const good = signed(user("user.deleted"));
    expect(read({ ...good, body: good.body.replace("user_1", "user_2") })).toBeNull();
    expect(read({ ...good, body: `${good.body} ` })).toBeNull();
    expect(read({ ...good, headers: new Headers() })).toBeNull();
    expect(read(signed(good.body, { by: `whsec_${randomBytes(24).toString("base64")}` }))).toBeNull();
    expect(read(signed(good.body, { sentAt: new Date(Date.now() - 6 * 60_000) }))).toBeNull();
  });
});

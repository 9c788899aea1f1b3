import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type JWTPayload, SignJWT } from "jose";
import pino from "pino";
import { afterAll, beforeEach, expect, test } from "vitest";
import { pemKey, remoteKeys } from "./jwks.ts";
import { createTokenSigner, tokenAudience } from "./token-signer.ts";
import { createVerifier, type IssuerRow } from "./tokens.ts";

const now = new Date("2026-11-20T12:00:00Z");
const at = (seconds: number) => Math.floor(now.getTime() / 1000) + seconds;
const log = pino({ level: "silent" });

const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const [first, second] = [rsa(), rsa()];
const pemOf = (key: KeyObject) => key.export({ type: "spki", format: "pem" }).toString();

// Clerk's key address, over loopback: what it publishes, how often it was asked, and whether it is up.
const clerkKeys = { published: new Map<string, KeyObject>(), asked: 0, isUp: true };
const server = createServer((_request, response) => {
  clerkKeys.asked += 1;
  if (!clerkKeys.isUp) return response.writeHead(503).end("<html>down</html>");
  const keys = [...clerkKeys.published].map(([kid, key]) => ({ ...key.export({ format: "jwk" }), kid, alg: "RS256" }));
  return response.setHeader("content-type", "application/json").end(JSON.stringify({ keys }));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());
const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`;

const ring = [
  { id: "new", secret: randomBytes(32) },
  { id: "old", secret: randomBytes(32) },
];
const signer = await createTokenSigner(ring, "https://muejam.test");
const clerkIss = "https://clerk.muejam.test";
const origin = "https://muejam.test";

let clockMs = 0;
let verify = createVerifier([]);
const rows = (key = remoteKeys({ url: jwksUrl, log, now: () => clockMs })): IssuerRow[] => [
  { issuer: "built-in", iss: signer.iss, algorithm: "EdDSA", audience: tokenAudience, key: signer.key },
  { issuer: "clerk", iss: clerkIss, algorithm: "RS256", authorizedParties: [origin], key },
];
beforeEach(() => {
  clockMs = 1_000_000;
  Object.assign(clerkKeys, { published: new Map([["k1", first.publicKey]]), asked: 0, isUp: true });
  verify = createVerifier(rows(), () => now);
});

const ada = { subject: "7a0c1f0e-0000-4000-8000-000000000001", email: "ada@example.org", isEmailVerified: true };
const own = (seconds = 0) => signer.sign(ada, { id: "session-1", now: new Date(now.getTime() + seconds * 1000) });

type Forged = { claims?: JWTPayload; header?: { alg?: string; kid?: string }; key?: KeyObject | Uint8Array };
const clerkClaims = { iss: clerkIss, sub: "user_1", sid: "sess_1", azp: origin, iat: at(0), exp: at(60) };
function clerk({ claims = {}, header = {}, key = first.privateKey }: Forged = {}): Promise<string> {
  const payload = Object.fromEntries(
    Object.entries({ ...clerkClaims, ...claims }).filter(([, value]) => value !== null),
  );
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "k1", ...header }).sign(key);
}
const none = null as never;

test("our own token names its person, its session and no role", async () => {
  const { token } = await own();
  expect(await verify(token)).toEqual({
    issuer: "built-in",
    subject: ada.subject,
    sessionId: "session-1",
    email: ada.email,
    isEmailVerified: true,
    issuedAt: now,
    provenAt: null,
    expiresAt: new Date(now.getTime() + 300_000),
  });
  const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
  expect(Object.keys(claims).sort()).toEqual(["aud", "email", "email_verified", "exp", "iat", "iss", "sid", "sub"]);
});

test("a token says when its owner last showed who they are, and a claim that cannot be is not believed", async () => {
  const proven = await signer.sign(ada, { id: "session-1", now, provenAt: now });
  expect(await verify(proven.token)).toMatchObject({ provenAt: now });
  const claimed = async (claims: JWTPayload) => (await verify(await clerk({ claims })))?.provenAt ?? null;
  expect(await claimed({ fva: [3, -1] })).toEqual(new Date(now.getTime() - 180_000));
  for (const claims of [{ fva: [-1, -1] }, { fva: "now" }, { fva: ["0"] }, { fva: [] }, { auth_time: at(60) }])
    expect(await claimed(claims)).toBeNull();
});

test("a token outlives the rotation of its key", async () => {
  const before = await createTokenSigner(ring.slice(1), signer.iss);
  const { token } = await before.sign(ada, { id: "session-1", now });
  expect(await verify(token)).toMatchObject({ subject: ada.subject });
});

test("a token of Clerk's shape is read by its key set and by its PEM key", async () => {
  const token = await clerk();
  expect(await verify(token)).toMatchObject({ issuer: "clerk", subject: "user_1", sessionId: "sess_1", email: null });
  const byPem = createVerifier(rows(pemKey(pemOf(first.publicKey), "RS256")), () => now);
  expect(await byPem(token)).toMatchObject({ issuer: "clerk", subject: "user_1" });
  expect(await byPem(await clerk({ key: second.privateKey }))).toBeNull();
});

const tampered = (token: string) => {
  const [head = "", body = "", signature = ""] = token.split(".");
  const claims = { ...JSON.parse(Buffer.from(body, "base64url").toString()), sub: "someone-else" };
  return [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
};
const unsigned = (claims: object) =>
  [{ alg: "none", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
const ownClaims = { iss: signer.iss, aud: tokenAudience, sub: "x", sid: "s", iat: at(0), exp: at(60) };
const publicX = Buffer.from(String(signer.jwks.keys[0]?.x), "base64url");

test.each<[string, () => string | Promise<string>]>([
  ["nothing", () => ""],
  ["garbage", () => "a.b.c"],
  ["a megabyte", () => "a".repeat(1_000_000)],
  ["tampered, ours", async () => tampered((await own()).token)],
  ["tampered, Clerk's", async () => tampered(await clerk())],
  ["signature cut off", async () => (await own()).token.replace(/[^.]+$/, "")],
  ["expired, ours", async () => (await own(-306)).token],
  ["expired, Clerk's", () => clerk({ claims: { exp: at(-6) } })],
  ["not yet valid", () => clerk({ claims: { nbf: at(6) } })],
  ["another issuer", () => clerk({ claims: { iss: "https://elsewhere.test" } })],
  ["no issuer", () => clerk({ claims: { iss: none } })],
  ["issuer swapped: Clerk's key, our name", () => clerk({ claims: { ...ownClaims } })],
  [
    "issuer swapped: our key, Clerk's name",
    async () => (await (await createTokenSigner(ring, clerkIss)).sign(ada, { id: "s", now })).token,
  ],
  ["alg none, ours", () => `${unsigned(ownClaims)}.`],
  ["alg none, Clerk's", () => `${unsigned(clerkClaims)}.`],
  ["HS256 with our public key", () => clerk({ claims: ownClaims, header: { alg: "HS256", kid: "new" }, key: publicX })],
  [
    "HS256 with Clerk's public key",
    () => clerk({ header: { alg: "HS256" }, key: Buffer.from(pemOf(first.publicKey)) }),
  ],
  ["RS512 by the right key", () => clerk({ header: { alg: "RS512" } })],
  ["no sid", () => clerk({ claims: { sid: none } })],
  ["an empty sid", () => clerk({ claims: { sid: "" } })],
  ["no sub", () => clerk({ claims: { sub: none } })],
  ["no exp", () => clerk({ claims: { exp: none } })],
  ["no azp", () => clerk({ claims: { azp: none } })],
  ["a wrong azp", () => clerk({ claims: { azp: "https://evil.test" } })],
  ["an audience in place of azp", () => clerk({ claims: { azp: none, aud: tokenAudience } })],
  ["an unknown kid", () => clerk({ header: { kid: "k9" } })],
  ["the known kid, another key", () => clerk({ key: second.privateKey })],
])("refused: %s", async (_name, forge) => {
  expect(await verify(await forge())).toBeNull();
});

test("our token for another audience is refused", async () => {
  const verifyOther = createVerifier(
    [{ issuer: "built-in", iss: signer.iss, algorithm: "EdDSA", audience: "other", key: signer.key }],
    () => now,
  );
  expect(await verifyOther((await own()).token)).toBeNull();
});

test("five seconds of clock difference are forgiven", async () => {
  expect(await verify((await own(-304)).token)).not.toBeNull();
  expect(await verify(await clerk({ claims: { nbf: at(4) } }))).not.toBeNull();
});

test("keys are asked for once, and a rotated key is picked up at its first token", async () => {
  for (let times = 0; times < 5; times += 1) expect(await verify(await clerk())).not.toBeNull();
  expect(clerkKeys.asked).toBe(1);

  clerkKeys.published = new Map([["k2", second.publicKey]]);
  clockMs += 31_000;
  expect(await verify(await clerk({ header: { kid: "k2" }, key: second.privateKey }))).not.toBeNull();
  expect(clerkKeys.asked).toBe(2);
  expect(await verify(await clerk())).toBeNull();
});

test("invented key ids do not make us ask for keys again and again", async () => {
  await verify(await clerk());
  clockMs += 31_000;
  const forged = await Promise.all(Array.from({ length: 20 }, (_, n) => clerk({ header: { kid: `invented-${n}` } })));
  expect(await Promise.all(forged.map((token) => verify(token)))).toEqual(forged.map(() => null));
  for (const token of forged) expect(await verify(token)).toBeNull();
  expect(clerkKeys.asked).toBe(2);
});

test("while the key address is down, known keys go on and unknown ones are refused", async () => {
  await verify(await clerk());
  clerkKeys.isUp = false;
  clockMs += 24 * 3_600_000;
  expect(await verify(await clerk())).toMatchObject({ subject: "user_1" });
  expect(await verify(await clerk({ header: { kid: "k2" }, key: second.privateKey }))).toBeNull();
  expect(await verify((await own()).token)).toMatchObject({ issuer: "built-in" });
});

test("a key address that is down at the first token lets in as soon as it is back", async () => {
  clerkKeys.isUp = false;
  expect(await verify(await clerk())).toBeNull();
  clerkKeys.isUp = true;
  clockMs += 1001;
  expect(await verify(await clerk())).not.toBeNull();
});

import { randomUUID } from "node:crypto";
import { ErrorEnvelope } from "@muejam/contracts/error";
import { Profile } from "@muejam/contracts/profile";
import { expect, test } from "vitest";
import { z } from "zod";
import { endSessions } from "../domains/account/account.ending.service.ts";
import type { Identity } from "../kernel/identity.ts";
import { transact } from "../kernel/transact.ts";
import { app, as, countQueries, ctxOf, make } from "../test/harness.ts";
import { openHttp, post } from "../test/http.ts";

/** Stands in for an issuer: a token is a name, and the name's identity is what was put here. */
const tokens = new Map<string, Identity>();
let verified = 0;
const verifyToken = async (token: string) => {
  verified += 1;
  return tokens.get(token) ?? null;
};
const request = openHttp({ signIn: { ...app.signIn, verifyToken } });
const Refused = z.object({ error: z.object({ data: z.object({ app: ErrorEnvelope }) }) });

function tokenFor(identity: Identity): string {
  const token = randomUUID();
  tokens.set(token, identity);
  return token;
}
const bearer = (token: string, headers: Record<string, string> = {}) => ({
  headers: { authorization: `Bearer ${token}`, ...headers },
});
async function codeOf(response: Response): Promise<string> {
  return Refused.parse(await response.json()).error.data.app.code;
}

test.each([
  ["Bearer nonsense", "TOKEN_INVALID"],
  ["Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "TOKEN_INVALID"],
  ["Bearer", "TOKEN_INVALID"],
  ["Bearer a b", "TOKEN_INVALID"],
  ["", "TOKEN_INVALID"],
  ["Basic YTpi", "TOKEN_INVALID"],
  [`Bearer ${"a".repeat(5000)}`, "TOKEN_INVALID"],
  ["Bearer mj_nonsense", "KEY_INVALID"],
  [`Bearer mj_${"0".repeat(32)}_${"A".repeat(43)}`, "KEY_INVALID"],
])("%s is refused with 401, also where no token is needed", async (authorization, code) => {
  for (const path of ["/trpc/status.version", "/trpc/account.me"]) {
    const response = await request(path, { headers: { authorization } });
    expect([response.status, await codeOf(response)]).toEqual([401, code]);
  }
});

test("without a token one is a visitor, who is asked to sign in where that is needed", async () => {
  expect((await request("/trpc/status.version")).status).toBe(200);
  expect(await codeOf(await request("/trpc/account.me"))).toBe("SIGN_IN_REQUIRED");
});

test("a token is verified once for a whole batch, and who was here lately costs no statement", async () => {
  const token = tokenFor(make.identity());
  const batch = async () => request("/trpc/status.version,status.version,status.version?batch=1", bearer(token));
  await batch();
  await batch();
  verified = 0;
  const { queries, result } = await countQueries(batch);
  expect([result.status, verified, queries]).toEqual([200, 1, 0]);
});

test("one speaks as the face that the header names, if it is one's own", async () => {
  const identity = make.identity();
  const member = await make.person(identity);
  const { id } = await as(member).profile.create({ handle: `f_${Date.now()}`, displayName: "Second" });
  const me = (face: string) => request("/trpc/account.me", bearer(tokenFor(identity), { "x-acting-profile": face }));
  for (const own of [id, member.profileId]) expect(await (await me(own)).text()).toContain(`"actingAs":"${own}"`);
  for (const foreign of [(await make.person()).profileId, randomUUID(), "x"]) {
    const response = await me(foreign);
    expect([response.status, await codeOf(response)]).toEqual([403, "FORBIDDEN"]);
  }
});

test("the same idempotency key, sent as another face, is another call", async () => {
  const identity = make.identity();
  const member = await make.person(identity);
  const second = await as(member).profile.create({ handle: `g_${Date.now()}`, displayName: "Second" });
  const idempotencyKey = randomUUID();
  const rename = (face: string) => {
    const { headers } = bearer(tokenFor(identity), { "x-acting-profile": face, "idempotency-key": idempotencyKey });
    return request("/trpc/profile.update", post({ id: face, displayName: face.slice(0, 8) }, headers));
  };
  for (const face of [member.profileId, second.id]) {
    const response = await rename(face);
    const { result } = z.object({ result: z.object({ data: Profile }) }).parse(await response.json());
    expect(result.data).toMatchObject({ id: face, displayName: face.slice(0, 8) });
  }
});

test("a key is a caller, and a scope that it lacks is named", async () => {
  const { secret } = await as(await make.person()).account.createKey({ name: "k", scopes: ["read"] });
  expect((await request("/trpc/account.me", bearer(secret ?? ""))).status).toBe(200);
  const change = post({ id: randomUUID(), displayName: "x" }, bearer(secret ?? "").headers);
  const { error } = Refused.parse(await (await request("/trpc/profile.update", change)).json());
  expect(error.data.app).toMatchObject({ code: "SCOPE_MISSING", params: { scope: "write" } });
  expect(await codeOf(await request("/trpc/account.listKeys", bearer(secret ?? "")))).toBe("PERSON_REQUIRED");
});

test("a closed account is told so at every door", async () => {
  const identity = make.identity();
  const { accountId } = await make.person(identity);
  const ctx = ctxOf(make.system());
  await ctx.db.account.updateMany({ where: { id: accountId }, data: { closedAt: new Date() } });
  await ctx.cache.drop([`account:${accountId}`]);
  const response = await request("/trpc/status.version", bearer(tokenFor(identity)));
  expect([response.status, await codeOf(response)]).toEqual([403, "ACCOUNT_CLOSED"]);
});

test("what the issuer signs opens the doors of the people it names, until their session is ended", async () => {
  const real = openHttp();
  const identity = make.identity();
  const { issuer, subject, sessionId } = identity;
  const { token } = await app.signIn.tokens.sign(identity, { id: sessionId, now: new Date() });
  const me = await real("/trpc/account.me", bearer(token));
  expect([me.status, (await me.text()).includes(subject)]).toEqual([200, false]);
  expect((await real("/trpc/account.listKeys", bearer(token))).status).toBe(200);
  const ctx = ctxOf(make.system());
  const ending = { issuer, subject, sessionIds: [sessionId], reason: "revoked" } as const;
  await transact(ctx, (tx) => endSessions(ctx, tx, ending));
  expect(await codeOf(await real("/trpc/account.listKeys", bearer(token)))).toBe("SESSION_ENDED");
  expect(await codeOf(await real("/trpc/account.me", bearer(`${token}x`)))).toBe("TOKEN_INVALID");
});

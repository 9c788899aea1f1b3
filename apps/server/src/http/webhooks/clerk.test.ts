import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { clerkNews } from "../../adapters/clerk.ts";
import { isSessionEnded } from "../../domains/account/account.ending.service.ts";
import { app, ctxOf, eventsAbout, make } from "../../test/harness.ts";
import { openHttp } from "../../test/http.ts";
import { signWebhook } from "../../test/svix.ts";

// Bodies signed here as Clerk signs them; Clerk itself sent none of them.
const secret = `whsec_${randomBytes(24).toString("base64")}`;
const ask = openHttp({ signIn: { ...app.signIn, readNews: clerkNews(secret) } });
const ctx = ctxOf(make.system());

const send = async (
  message: { type: string; data: object },
  { by = secret, ...given }: { by?: string; id?: string } = {},
) => ask("/webhooks/clerk", signWebhook(by, JSON.stringify(message), given));
const newSubject = () => `user_${randomUUID()}`;
const user = (type: string, id: string) => ({ type, data: { id } });

describe("Clerk adapter contract", () => {
  test("news of a person become events, in whatever order they come", async () => {
    const subject = newSubject();
    for (const type of ["user.deleted", "user.updated", "user.created"])
      expect((await send(user(type, subject))).status).toBe(200);
    const data = { issuer: "clerk", subject };
    expect(await eventsAbout(subject)).toEqual([
      { name: "identity.deleted", data },
      { name: "identity.changed", data },
      { name: "identity.changed", data },
    ]);
  });

  test("the same message counts once, however often it is sent", async () => {
    const subject = newSubject();
    const id = `msg_${randomUUID()}`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(user("user.created", subject), { id })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await send(user("user.created", subject), { id })).status).toBe(200);
    expect(await eventsAbout(subject)).toHaveLength(1);
  });

  test("a session that ended at Clerk has ended here, and is told once", async () => {
    const [subject, sessionId] = [newSubject(), `sess_${randomUUID()}`];
    expect(await isSessionEnded(ctx, { issuer: "clerk", sessionId })).toBe(false);
    for (const type of ["session.ended", "session.removed", "session.revoked"])
      expect((await send({ type, data: { id: sessionId, user_id: subject } })).status).toBe(200);
    expect(await isSessionEnded(ctx, { issuer: "clerk", sessionId })).toBe(true);
    expect(await isSessionEnded(ctx, { issuer: "built-in", sessionId })).toBe(false);
    expect(await eventsAbout(sessionId)).toEqual([
      { name: "session.ended", data: { issuer: "clerk", subject, sessionId, reason: "issuer" } },
    ]);
  });

  test("what Clerk did not sign is refused and changes nothing", async () => {
    const subject = newSubject();
    const by = `whsec_${randomBytes(24).toString("base64")}`;
    expect((await send(user("user.deleted", subject), { by })).status).toBe(401);
    expect((await ask("/webhooks/clerk", { method: "POST", body: "{}" })).status).toBe(401);
    expect((await ask("/webhooks/clerk", { method: "POST", body: "not json" })).status).toBe(401);
    expect(await eventsAbout(subject)).toEqual([]);
  });

  test("news that we do not follow are taken and left", async () => {
    expect((await send({ type: "organization.created", data: { id: "org_1" } })).status).toBe(200);
  });

  test("while Clerk signs people in, the built-in issuer has no door; without Clerk its hook is not there", async () => {
    for (const path of ["/api/auth/sign-in", "/api/auth/jwks", "/api/auth/refresh"])
      for (const method of ["GET", "POST"]) expect((await ask(path, { method })).status, path).toBe(404);
    expect((await openHttp()("/webhooks/clerk", { method: "POST", body: "{}" })).status).toBe(404);
  });
});

import {
  type Access,
  ByEmail,
  BySession,
  ConfirmEmail,
  ResetPassword,
  SignIn,
  SignUp,
} from "@muejam/contracts/sign-in";
import { type Context, Hono } from "hono";
import type { z } from "zod";
import * as joining from "../domains/account/account.joining.service.ts";
import * as passwords from "../domains/account/account.passwords.service.ts";
import { type Refreshed, refresh } from "../domains/account/account.refresh.service.ts";
import * as sessions from "../domains/account/account.sessions.service.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { inputRefusal } from "../kernel/envelope.ts";
import { AppError } from "../kernel/errors.ts";
import type { Identity, Person, ReadNews, VerifyToken } from "../kernel/identity.ts";
import { cookieFor } from "./refresh-cookie.ts";
import { answerHeaders, refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { refuseForeign } from "./same-origin.ts";
import type { CallParts } from "./trpc.ts";

export type AuthParts = CallParts & {
  signIn: {
    publicUrl: string;
    verifyToken: VerifyToken;
    /** Set when Clerk signs people in. */
    readNews: ReadNews | null;
    tokens: {
      readonly jwks: unknown;
      sign(person: Person, session: { id: string; now: Date }): Promise<{ token: string; expiresAt: Date }>;
    };
  };
};

/** The built-in issuer's door. What is not named here does not exist: better-auth's own routes are not mounted. */
export function auth({ ctxFor, signIn }: AuthParts): Hono<Edge> {
  const cookie = cookieFor(signIn.publicUrl);
  const ctxOf = (c: Context<Edge>): Ctx =>
    ctxFor({
      actor: { kind: "visitor", address: c.get("address") },
      requestId: c.get("requestId"),
      log: c.get("log"),
    });
  const deviceOf = (c: Context<Edge>) => ({
    address: c.get("address"),
    userAgent: c.req.header("user-agent") ?? "",
  });
  const open = async (c: Context<Edge>, { person, sessionId, refreshToken }: Refreshed) => {
    const { token, expiresAt } = await signIn.tokens.sign(person, { id: sessionId, now: new Date() });
    const access: Access = { accessToken: token, expiresAt: expiresAt.toISOString(), sessionId };
    return answer(c, access, { "set-cookie": cookie.set(refreshToken) });
  };
  const identify = async (c: Context<Edge>): Promise<Identity> => {
    const [, token] = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    const identity = token === undefined ? null : await signIn.verifyToken(token);
    if (!identity) throw new AppError("SIGN_IN_REQUIRED");
    return identity;
  };

  return new Hono<Edge>()
    .get("/jwks", (c) => answer(c, signIn.tokens.jwks, { "cache-control": "public, max-age=300" }))
    .use(refuseForeign(signIn.publicUrl))
    .post("/sign-up", async (c) => {
      await joining.signUp(ctxOf(c), await read(c, SignUp));
      return accepted(c);
    })
    .post("/verify-email", async (c) => {
      await joining.verifyEmail(ctxOf(c), await read(c, ConfirmEmail));
      return accepted(c);
    })
    .post("/sign-in", async (c) => {
      const given = await read(c, SignIn);
      return open(c, await sessions.signIn(ctxOf(c), { ...given, device: deviceOf(c) }));
    })
    .post("/refresh", async (c) => {
      const token = cookie.read(c.req.header("cookie"));
      if (token === null) throw new AppError("SIGN_IN_REQUIRED");
      return open(c, await refresh(ctxOf(c), token));
    })
    .post("/sign-out", async (c) => {
      const token = cookie.read(c.req.header("cookie"));
      if (token !== null) await sessions.signOut(ctxOf(c), token);
      return accepted(c, { "set-cookie": cookie.clear });
    })
    .post("/forgot-password", async (c) => {
      const { email } = await read(c, ByEmail);
      await passwords.askReset(ctxOf(c), email);
      return accepted(c);
    })
    .post("/reset-password", async (c) => {
      await passwords.resetPassword(ctxOf(c), await read(c, ResetPassword));
      return accepted(c);
    })
    .get("/sessions", async (c) => answer(c, await sessions.listSessions(ctxOf(c), await identify(c))))
    .post("/sessions/revoke", async (c) => {
      const identity = await identify(c);
      const { sessionId } = await read(c, BySession);
      await sessions.revokeSession(ctxOf(c), identity, sessionId);
      return accepted(c);
    })
    .post("/sessions/revoke-others", async (c) => {
      await sessions.revokeOtherSessions(ctxOf(c), await identify(c));
      return accepted(c);
    })
    .all("*", (c) => refuse(c, "NOT_FOUND"));
}

async function read<T>(c: Context<Edge>, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) throw new AppError("INPUT_INVALID");
  const body: unknown = await c.req.json().catch(() => {
    throw new AppError("INPUT_INVALID");
  });
  const fit = schema.safeParse(body);
  if (!fit.success) throw inputRefusal(fit.error);
  return fit.data;
}

const answer = (c: Context<Edge>, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { headers: { ...answerHeaders(c.get("requestId")), ...headers } });

const accepted = (c: Context<Edge>, headers?: Record<string, string>): Response =>
  answer(c, { isAccepted: true }, headers);

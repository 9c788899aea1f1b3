import { WithCode } from "@muejam/contracts/second-factor";
import { type Access, ByEmail, ConfirmEmail, ResetPassword, SignIn, SignUp } from "@muejam/contracts/sign-in";
import { type Context, Hono } from "hono";
import * as joining from "../domains/account/account.joining.service.ts";
import * as passwords from "../domains/account/account.passwords.service.ts";
import { type Proven, type Refreshed, refresh } from "../domains/account/account.refresh.service.ts";
import * as sessions from "../domains/account/account.sessions.service.ts";
import { AppError } from "../kernel/errors.ts";
import type { Person, ReadNews, VerifyToken } from "../kernel/identity.ts";
import { authOwner } from "./auth-owner.ts";
import { authPasskeys } from "./auth-passkeys.ts";
import { authProviders } from "./auth-providers.ts";
import { accepted, answer, comerOf, identifier, read, visitorOf } from "./auth-wire.ts";
import { deviceCookie, refreshCookie } from "./own-cookies.ts";
import { refuse } from "./refuse.ts";
import type { Edge } from "./request.ts";
import { refuseForeign } from "./same-origin.ts";
import type { CallParts } from "./trpc.ts";

/** `provenAt`: when its owner last showed who they are. */
type SignedFor = { id: string; now: Date; provenAt?: Date | null };

export type AuthParts = CallParts & {
  signIn: {
    publicUrl: string;
    verifyToken: VerifyToken;
    /** Set when Clerk signs people in. */
    readNews: ReadNews | null;
    tokens: {
      readonly jwks: unknown;
      sign(person: Person, session: SignedFor): Promise<{ token: string; expiresAt: Date }>;
    };
  };
};

type Opened = Refreshed & { mark?: string };

/** The built-in issuer's door. What is not named here does not exist: better-auth's own routes are not mounted. */
export function auth(parts: AuthParts): Hono<Edge> {
  const { signIn } = parts;
  const [cookie, device] = [refreshCookie(signIn.publicUrl), deviceCookie(signIn.publicUrl)];
  const whoComes = comerOf(signIn.publicUrl);
  const ctxOf = visitorOf(parts);
  const identify = identifier(signIn.verifyToken);
  const grant = async ({ person, sessionId, provenAt }: Proven): Promise<Access> => {
    const { token, expiresAt } = await signIn.tokens.sign(person, { id: sessionId, now: new Date(), provenAt });
    return { accessToken: token, expiresAt: expiresAt.toISOString(), sessionId };
  };
  const open = async (c: Context<Edge>, { refreshToken, mark, ...session }: Opened) => {
    const access = await grant(session);
    const cookies = [cookie.set(refreshToken), ...(mark === undefined ? [] : [device.set(mark)])];
    return answer(
      c,
      access,
      cookies.map((one) => ["set-cookie", one]),
    );
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
      const outcome = await sessions.signIn(ctxOf(c), { ...given, comer: whoComes(c) });
      return "ticket" in outcome ? answer(c, outcome) : open(c, outcome);
    })
    .post("/sign-in/code", async (c) => {
      const given = await read(c, WithCode);
      return open(c, await sessions.finishSignIn(ctxOf(c), { ...given, comer: whoComes(c) }));
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
    .route("/", authOwner({ ...parts, identify, grant }))
    .route("/", authPasskeys({ ...parts, publicUrl: signIn.publicUrl, identify, open, grant }))
    .route("/", authProviders({ ...parts, publicUrl: signIn.publicUrl, identify, open, grant }))
    .all("*", (c) => refuse(c, "NOT_FOUND"));
}

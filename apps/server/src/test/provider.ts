import { hash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Somebody as they are known there. */
export type There = { subject: string; email: string; isEmailVerified: boolean };
type Code = { provider: string; redirectUri: string; challenge: string; nonce: string; who: There };
/** What a provider, or somebody in its place, may get wrong. */
type Twist = { nonce?: string; audience?: string; issuer?: string; isForged?: boolean };
type Answer = { status?: number; body: unknown };

export const clientId = "muejam.apps.googleusercontent.com";
export const clientSecret = "only for tests";

/** Google, GitHub and Discord as they answer on the wire, each below its own name, on a port of this machine. */
export async function startProvider(port = 0) {
  const [own, others] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const kid = randomBytes(6).toString("base64url");
  const jwk = { ...(await exportJWK(own.publicKey)), kid, alg: "RS256", use: "sig" };
  const codes = new Map<string, Code>();
  const tokens = new Map<string, There>();
  const state = { who: nobody, isDown: false, twist: {} as Twist };

  /** Somebody has said yes there: a code for what they were asked. */
  function consent(url: string): { code: string; state: string } {
    const { pathname, searchParams: asked } = new URL(url);
    const [, provider = ""] = pathname.split("/");
    const fits = asked.get("response_type") === "code" && asked.get("client_id") === clientId;
    if (!fits || asked.get("code_challenge_method") !== "S256") throw new Error(`Nobody can say yes to ${url}.`);
    const code = randomBytes(12).toString("base64url");
    const given = (name: string) => asked.get(name) ?? "";
    codes.set(code, {
      provider,
      redirectUri: given("redirect_uri"),
      challenge: given("code_challenge"),
      nonce: given("nonce"),
      who: state.who,
    });
    return { code, state: given("state") };
  }

  async function exchange(provider: string, form: URLSearchParams): Promise<Answer> {
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const isClient = form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
    const isSame = code?.provider === provider && code.redirectUri === form.get("redirect_uri");
    const isAsker = code?.challenge === hash("sha256", form.get("code_verifier") ?? "", "base64url");
    if (!code || !isClient || !isSame || !isAsker)
      return { status: provider === "github" ? 200 : 400, body: { error: "invalid_grant" } };
    const token = randomBytes(12).toString("base64url");
    tokens.set(token, code.who);
    const body = { access_token: token, token_type: "bearer" };
    return { body: provider === "google" ? { ...body, id_token: await idTokenOf(code) } : body };
  }

  function idTokenOf({ who, nonce }: Code): Promise<string> {
    const { twist } = state;
    return new SignJWT({ email: who.email, email_verified: who.isEmailVerified, nonce: twist.nonce ?? nonce })
      .setProtectedHeader({ alg: "RS256", kid })
      .setSubject(who.subject)
      .setIssuer(twist.issuer ?? "https://accounts.google.com")
      .setAudience(twist.audience ?? clientId)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(twist.isForged ? others.privateKey : own.privateKey);
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, href } = new URL(request.url ?? "/", origin);
    if (state.isDown) return { status: 503, body: { error: "down" } };
    const provider = pathname.split("/")[1] ?? "";
    if (request.method === "POST") return exchange(provider, new URLSearchParams(await text(request)));
    if (pathname === "/google/oauth2/v3/certs") return { body: { keys: [jwk] } };
    if (pathname.endsWith("authorize") || pathname.endsWith("auth")) return { body: doorOf(href) };
    const who = tokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
    if (!who) return { status: 401, body: { message: "Bad credentials" } };
    const { subject, email, isEmailVerified: verified } = who;
    if (pathname === "/github/user") return { body: { id: Number(subject), login: "ada", email: null } };
    if (pathname === "/github/user/emails")
      return {
        body: [
          { email: `other.${email}`, primary: false, verified: true },
          { email, primary: true, verified },
        ],
      };
    if (pathname === "/discord/api/users/@me") return { body: { id: subject, email, verified } };
    return { status: 404, body: {} };
  }

  /** What a person sees there. */
  function doorOf(href: string): string {
    const back = new URL(href).searchParams.get("redirect_uri") ?? "";
    const { code, state: word } = consent(href);
    const [yes, no] = [
      { code, state: word },
      { error: "access_denied", state: word },
    ];
    const link = (query: Record<string, string>, words: string) =>
      `<p><a href="${back}?${new URLSearchParams(query).toString().replaceAll("&", "&amp;")}">${words}</a></p>`;
    return `<!doctype html><title>A provider</title><h1>Who are you?</h1>${link(yes, "Go on")}${link(no, "Cancel")}`;
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status = 200, body }) => {
      const isPage = typeof body === "string";
      response.writeHead(status, { "content-type": isPage ? "text/html" : "application/json" });
      response.end(isPage ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  // safe: it listens on a port
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, state, consent, close: () => new Promise((resolve) => server.close(resolve)) };
}

const nobody: There = { subject: "0", email: "nobody@example.org", isEmailVerified: false };

import type { ProviderName } from "@muejam/contracts/provider";
import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import type { ProviderPerson } from "../kernel/providers.ts";
import type { KeySource } from "./jwks.ts";

/** `get` asks the provider in the name of who has just come back. */
type Came = { idToken: string | undefined; nonce: string; clientId: string; keys: KeySource; get: Get };
type Get = (url: string) => Promise<unknown>;

export type Vendor = {
  readonly authorise: string;
  readonly token: string;
  readonly scope: string;
  /** Where its signatures' keys are; null where it signs nothing. */
  readonly jwks: string | null;
  read(came: Came): Promise<ProviderPerson>;
};

const Address = z.string().trim().toLowerCase().max(254).pipe(z.email()).nullable().catch(null);
const Id = z.union([z.string().regex(/^[\x21-\x7e]{1,255}$/), z.int().transform(String)]);

/** Only an address that the provider itself has proven counts, and where it knows several, only the main one. */
export const vendors: Readonly<Record<ProviderName, Vendor>> = {
  google: {
    authorise: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
    scope: "openid email",
    jwks: "https://www.googleapis.com/oauth2/v3/certs",
    async read({ idToken = "", nonce, clientId, keys }) {
      const { sub, email, email_verified, ...told } = Claims.parse(await readToken(idToken, { clientId, keys }));
      if (told.nonce !== nonce) throw new AppError("PROVIDER_REFUSED");
      return { subject: sub, email, isEmailVerified: email_verified };
    },
  },
  github: {
    authorise: "https://github.com/login/oauth/authorize",
    token: "https://github.com/login/oauth/access_token",
    scope: "user:email",
    jwks: null,
    async read({ get }) {
      const { id } = z.object({ id: Id }).parse(await get("https://api.github.com/user"));
      const addresses = GithubAddresses.parse(await get("https://api.github.com/user/emails"));
      const main = addresses.find(({ primary }) => primary);
      return { subject: id, email: main?.email ?? null, isEmailVerified: main?.verified ?? false };
    },
  },
  discord: {
    authorise: "https://discord.com/oauth2/authorize",
    token: "https://discord.com/api/oauth2/token",
    scope: "identify email",
    jwks: null,
    async read({ get }) {
      const { id, email, verified } = DiscordUser.parse(await get("https://discord.com/api/users/@me"));
      return { subject: id, email, isEmailVerified: verified };
    },
  },
};

const Claims = z.object({
  sub: Id,
  nonce: z.string().optional(),
  email: Address.default(null),
  email_verified: z.boolean().default(false),
});
const GithubAddresses = z.array(z.object({ email: Address, primary: z.boolean(), verified: z.boolean() }));
const DiscordUser = z.object({ id: Id, email: Address.default(null), verified: z.boolean().default(false) });

async function readToken(token: string, { clientId, keys }: { clientId: string; keys: KeySource }): Promise<unknown> {
  const expected = {
    issuer: ["https://accounts.google.com", "accounts.google.com"],
    audience: clientId,
    algorithms: ["RS256"],
    clockTolerance: 5,
    requiredClaims: ["sub", "iat", "exp"],
  };
  try {
    return (await jwtVerify(token, keys, expected)).payload;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) throw error;
    throw new AppError("PROVIDER_REFUSED");
  }
}

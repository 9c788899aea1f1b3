import type { Db } from "@muejam/db";
import { createAccounts } from "./adapters/accounts.ts";
import { clerkDirectory, clerkNews, clerkRow } from "./adapters/clerk.ts";
import { createProviders, type ProviderKeys } from "./adapters/providers.ts";
import { createTokenSigner, tokenAudience } from "./adapters/token-signer.ts";
import { createVerifier, type IssuerRow } from "./adapters/tokens.ts";
import type { Env } from "./env.ts";
import type { FindPerson, Person, ReadNews } from "./kernel/identity.ts";
import type { KeyRing } from "./kernel/keys.ts";
import type { Logger } from "./kernel/log.ts";

type Parts = { keys: KeyRing; log: Logger; db: Db };
/** What a page needs to sign people in with Clerk. */
type ClerkWeb = { publishableKey: string; origin: string };
type Clerk = { web: ClerkWeb; row: IssuerRow; readNews: ReadNews; find: (subject: string) => Promise<Person | null> };

/** Who signs people in, and how anybody's token is read: Clerk when its keys are set, otherwise the built-in issuer. */
export async function composeSignIn(env: Env, { keys, log, db }: Parts) {
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const clerk = composeClerk(env, { log, publicUrl });
  const own = { keys: clerk ? {} : providerKeys(env), origin: env.PROVIDERS_ORIGIN };
  const accounts = createAccounts({ keys, publicUrl, providers: createProviders({ ...own, publicUrl, log }) });
  const tokens = await createTokenSigner(env.TOKEN_KEYS, publicUrl);
  const builtIn: IssuerRow = {
    issuer: "built-in",
    iss: tokens.iss,
    algorithm: "EdDSA",
    audience: tokenAudience,
    key: tokens.key,
  };
  const findPerson: FindPerson = async ({ issuer, subject }) =>
    issuer === "built-in" ? accounts.find(db, subject) : (clerk?.find(subject) ?? null);
  const verifyToken = createVerifier([clerk?.row ?? builtIn]);
  return {
    publicUrl,
    accounts,
    tokens,
    findPerson,
    verifyToken,
    readNews: clerk?.readNews ?? null,
    clerkWeb: clerk?.web ?? null,
  };
}

function providerKeys(env: Env): ProviderKeys {
  const pair = (clientId: string | undefined, clientSecret: string | undefined) =>
    clientId && clientSecret ? { clientId, clientSecret } : undefined;
  return {
    discord: pair(env.DISCORD_CLIENT_ID, env.DISCORD_CLIENT_SECRET),
    github: pair(env.GITHUB_CLIENT_ID, env.GITHUB_CLIENT_SECRET),
    google: pair(env.GOOGLE_CLIENT_ID, env.GOOGLE_CLIENT_SECRET),
  };
}

function composeClerk(env: Env, { log, publicUrl }: { log: Logger; publicUrl: string }): Clerk | null {
  const { CLERK_SECRET_KEY: secretKey, CLERK_ISSUER: iss, CLERK_WEBHOOK_SECRET: webhookSecret } = env;
  const { VITE_CLERK_PUBLISHABLE_KEY: publishableKey } = env;
  if (!secretKey || !iss || !webhookSecret || !publishableKey) return null;
  return {
    web: { publishableKey, origin: iss },
    row: clerkRow({ iss, jwtKey: env.CLERK_JWT_KEY, authorizedParties: [publicUrl], log }),
    readNews: clerkNews(webhookSecret),
    find: clerkDirectory({ apiUrl: env.CLERK_API_URL, secretKey }),
  };
}

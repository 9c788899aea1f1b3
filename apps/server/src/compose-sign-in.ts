import { createAccounts } from "./adapters/accounts.ts";
import { createTokenSigner, tokenAudience } from "./adapters/token-signer.ts";
import { createVerifier, type IssuerRow } from "./adapters/tokens.ts";
import type { Env } from "./env.ts";
import type { KeyRing } from "./kernel/keys.ts";
import type { Logger } from "./kernel/log.ts";

/** Who signs people in, and how anybody's token is read. */
export async function composeSignIn(env: Env, { keys }: { keys: KeyRing; log: Logger }) {
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const accounts = createAccounts({ keys, publicUrl });
  const tokens = await createTokenSigner(env.TOKEN_KEYS, publicUrl);
  const builtIn: IssuerRow = {
    issuer: "built-in",
    iss: tokens.iss,
    algorithm: "EdDSA",
    audience: tokenAudience,
    key: tokens.key,
  };
  return { publicUrl, accounts, tokens, verifyToken: createVerifier([builtIn]) };
}

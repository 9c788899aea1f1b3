import { createPublicKey } from "node:crypto";
import { createLocalJWKSet, type JSONWebKeySet, type JWK, SignJWT } from "jose";
import type { Person } from "../kernel/identity.ts";
import { ed25519Key, type RingKey } from "../kernel/keys.ts";
import type { KeySource } from "./jwks.ts";

export type TokenSigner = {
  readonly iss: string;
  readonly jwks: JSONWebKeySet;
  readonly key: KeySource;
  sign(person: Person, session: SignedFor): Promise<{ token: string; expiresAt: Date }>;
};

/** `provenAt`: when its owner last showed who they are. */
export type SignedFor = { id: string; now: Date; provenAt?: Date | null };

export const tokenAudience = "muejam";
const lifeSeconds = 300;

/** The first key signs; all are published, so that a token outlives the rotation of its key. */
export async function createTokenSigner(keys: readonly RingKey[], iss: string): Promise<TokenSigner> {
  const [current] = keys;
  if (!current) throw new Error("There is no key to sign tokens with.");
  const jwks = { keys: keys.map(publicJwk) };
  const signingKey = ed25519Key(current);
  return {
    iss,
    jwks,
    key: createLocalJWKSet(jwks),
    async sign(person, { id, now, provenAt }) {
      const issuedAt = Math.floor(now.getTime() / 1000);
      // The database says when, and its clock may be a moment ahead.
      const token = await new SignJWT({
        sid: id,
        ...(person.email && { email: person.email, email_verified: person.isEmailVerified }),
        ...(provenAt && { auth_time: Math.min(issuedAt, Math.floor(provenAt.getTime() / 1000)) }),
      })
        .setProtectedHeader({ alg: "EdDSA", kid: current.id, typ: "JWT" })
        .setIssuer(iss)
        .setAudience(tokenAudience)
        .setSubject(person.subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifeSeconds)
        .sign(signingKey);
      return { token, expiresAt: new Date((issuedAt + lifeSeconds) * 1000) };
    },
  };
}

function publicJwk(key: RingKey): JWK {
  const jwk = createPublicKey(ed25519Key(key)).export({ format: "jwk" });
  return { kty: "OKP", crv: "Ed25519", x: String(jwk.x), kid: key.id, alg: "EdDSA", use: "sig" };
}

import { decodeJwt, type JWTPayload, jwtVerify } from "jose";
import type { Identity, Issuer, VerifyToken } from "../kernel/identity.ts";
import type { KeySource } from "./jwks.ts";

/** One algorithm each, and no issuer's key can speak for another: the table is chosen by `iss`, then `iss` is checked. */
export type IssuerRow = {
  issuer: Issuer;
  iss: string;
  algorithm: "EdDSA" | "RS256";
  key: KeySource;
} & ({ audience: string } | { authorizedParties: readonly string[] });

const toleranceSeconds = 5;
/** Longer than any honest token; what is not read cannot be slow. */
const lengthMax = 8192;

export function createVerifier(rows: readonly IssuerRow[], now: () => Date = () => new Date()): VerifyToken {
  const table = new Map(rows.map((row) => [row.iss, row]));
  return async (token) => {
    if (token.length > lengthMax) return null;
    try {
      const row = table.get(decodeJwt(token).iss ?? "");
      if (!row) return null;
      const { payload } = await jwtVerify(token, row.key, {
        issuer: row.iss,
        algorithms: [row.algorithm],
        clockTolerance: toleranceSeconds,
        currentDate: now(),
        requiredClaims: ["sub", "exp", "iat", "sid"],
        ...("audience" in row && { audience: row.audience }),
      });
      return isFor(row, payload) ? toIdentity(row.issuer, payload) : null;
    } catch {
      return null;
    }
  };
}

function isFor(row: IssuerRow, { azp }: JWTPayload): boolean {
  return "audience" in row || (typeof azp === "string" && row.authorizedParties.includes(azp));
}

function toIdentity(issuer: Issuer, claims: JWTPayload): Identity | null {
  const { sub, sid, iat, exp, email } = claims;
  if (!isId(sub) || !isId(sid) || iat === undefined || exp === undefined) return null;
  return {
    issuer,
    subject: sub,
    sessionId: sid,
    email: typeof email === "string" ? email.toLowerCase() : null,
    isEmailVerified: typeof email === "string" && claims["email_verified"] === true,
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
    provenAt: provenAtOf(claims, iat),
  };
}

/** Ours say when; Clerk's how many minutes ago, before the token was made. */
function provenAtOf({ auth_time, fva }: JWTPayload, issuedAt: number): Date | null {
  if (typeof auth_time === "number" && auth_time <= issuedAt) return new Date(auth_time * 1000);
  const [minutes]: unknown[] = Array.isArray(fva) ? fva : [];
  return typeof minutes === "number" && minutes >= 0 ? new Date((issuedAt - minutes * 60) * 1000) : null;
}

const isId = (value: unknown): value is string => typeof value === "string" && value !== "" && value.length <= 200;

import type { BetterAuthOptions } from "better-auth/minimal";
import type { Passwords } from "../kernel/accounts.ts";
import { randomId } from "../kernel/ids.ts";

const sessionSeconds = 30 * 86_400;
/** Set by us on the headers that better-auth sees; a caller's own header of this name never gets there. */
export const addressHeader = "x-client-address";

/**
 * No plugin that takes unsigned tokens (bearer) or that brings roles and impersonation past our policy (admin).
 * Its routes are not mounted at all: our own door calls what it needs, by name.
 */
export function accountsOptions({ publicUrl, passwords }: { publicUrl: string; passwords: Passwords }) {
  return {
    appName: "MueJam",
    baseURL: publicUrl,
    basePath: "/api/auth",
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: {
        hash: passwords.hash,
        verify: ({ hash, password }: { hash: string; password: string }) => passwords.verify(hash, password),
      },
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, cookieCache: { enabled: false } },
    verification: { disableCleanup: true },
    advanced: {
      database: { generateId: () => randomId() },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would write addresses into the log.
    logger: { disabled: true },
    plugins: [],
  } satisfies BetterAuthOptions;
}

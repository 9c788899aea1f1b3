import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Db } from "@muejam/db";
import { getIP, isAPIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import type { Accounts, Device, Passwords } from "../kernel/accounts.ts";
import { AppError } from "../kernel/errors.ts";
import type { Person } from "../kernel/identity.ts";
import type { KeyRing } from "../kernel/keys.ts";
import type { Providers } from "../kernel/providers.ts";
import { moveAddress } from "./accounts-addresses.ts";
import { accountsLinks } from "./accounts-links.ts";
import { accountsOptions, addressHeader } from "./accounts-options.ts";
import { createSeal } from "./accounts-seal.ts";
import { accountsSessions } from "./accounts-sessions.ts";
import { accountsStore } from "./accounts-store.ts";
import { createPasskeys } from "./passkeys.ts";
import { createPasswords } from "./passwords.ts";
import { noProviders } from "./providers.ts";

export type AccountsParts = { keys: KeyRing; publicUrl: string; passwords?: Passwords; providers?: Providers };

/** The built-in issuer on better-auth. Whatever it reads or writes goes through the client that the caller gave. */
export function createAccounts(parts: AccountsParts): Accounts {
  const { keys, publicUrl, passwords = createPasswords(), providers = noProviders } = parts;
  const current = new AsyncLocalStorage<Db>();
  const compared = new AsyncLocalStorage<{ hash: string }>();
  const verify: Passwords["verify"] = (hash, password) => {
    Object.assign(compared.getStore() ?? {}, { hash });
    return passwords.verify(hash, password);
  };
  const auth = betterAuth({
    ...accountsOptions({ publicUrl, passwords: { ...passwords, verify } }),
    secret: `${keys.mac("auth.secret", "1")}${keys.mac("auth.secret", "2")}`,
    database: accountsStore({ db: () => inside(current), seal: createSeal(keys) }),
  });
  const on = <T>(db: Db, work: (store: Store) => Promise<T>): Promise<T> =>
    current.run(db, async () => work((await auth.$context).internalAdapter));

  return {
    passwords,
    passkeys: createPasskeys(publicUrl),
    providers,
    ...accountsSessions,
    ...accountsLinks,
    moveAddress,

    find: (db, subject) => on(db, async (store) => toPerson(await store.findUserById(subject))),
    findByEmail: (db, email) => on(db, async (store) => toPerson((await store.findUserByEmail(email))?.user ?? null)),

    create: (db, { email, passwordHash }) =>
      on(db, async (store) => {
        const user = await store.createUser({ email, name: "", emailVerified: false }, { method: "email-password" });
        await store.linkAccount({
          userId: user.id,
          providerId: "credential",
          accountId: user.id,
          password: passwordHash,
        });
        return personOf(user);
      }),

    confirmEmail: (db, subject) =>
      on(db, async (store) => {
        await store.updateUser(subject, { emailVerified: true });
      }),

    findPasswordHash: (db, subject) =>
      on(db, async (store) => (await store.findCredentialAccount(subject))?.password ?? null),

    setPassword: (db, subject, passwordHash) =>
      on(db, async (store) => {
        const account = { userId: subject, providerId: "credential", accountId: subject, password: passwordHash };
        if (await store.findCredentialAccount(subject)) await store.updatePassword(subject, passwordHash);
        else await store.createAccount(account);
      }),

    dropPassword: (db, subject) =>
      on(db, async (store) => {
        const account = await store.findCredentialAccount(subject);
        if (account) await store.deleteAccount(account.id);
      }),

    async signIn(db, { email, password, device }) {
      const body = { email, password };
      const call = () => auth.api.signInEmail({ body, headers: headersOf(device) });
      const seen = { hash: "" };
      const { token, user } = await compared
        .run(seen, () => current.run(db, call))
        .catch((error: unknown) => {
          throw refusalOf(error);
        });
      return { person: personOf(user), sessionId: token.slice(0, 36), passwordHash: seen.hash };
    },

    openSession: (db, subject, device) =>
      on(db, async (store) => {
        const headers = headersOf(device);
        const userAgent = headers.get("user-agent") ?? "";
        const ipAddress = getIP(headers, (await auth.$context).options) ?? "";
        return (await store.createSession(subject, false, { userAgent, ipAddress })).id;
      }),

    issueTicket: (db, { kind, value, seconds }) =>
      on(db, async (store) => {
        const word = randomBytes(24).toString("base64url");
        const expiresAt = new Date(Date.now() + seconds * 1000);
        await store.createVerificationValue({ identifier: `${kind}:${word}`, value, expiresAt });
        return word;
      }),
    readTicket: (db, kind, word) =>
      on(db, async (store) => {
        const found = await store.findVerificationValue(`${kind}:${word}`);
        return found && found.expiresAt > new Date() ? found.value : null;
      }),
    useTicket: (db, kind, word) =>
      on(db, async (store) => (await store.consumeVerificationValue(`${kind}:${word}`))?.value ?? null),
  };
}

type Store = Awaited<ReturnType<typeof betterAuth>["$context"]>["internalAdapter"];
type User = { id: string; email: string; emailVerified: boolean };

function inside(current: AsyncLocalStorage<Db>): Db {
  const db = current.getStore();
  if (!db) throw new Error("The accounts were asked outside of any call.");
  return db;
}

const personOf = ({ id, email, emailVerified }: User): Person => ({
  subject: id,
  email,
  isEmailVerified: emailVerified,
});
const toPerson = (user: User | null): Person | null => user && personOf(user);

const headersOf = ({ address, userAgent }: Device) =>
  new Headers({ "user-agent": userAgent.slice(0, 300), [addressHeader]: address });

function refusalOf(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  const code: unknown = error.body?.code;
  // Alike, or whoever signs up a stranger's address would learn by signing in whether it was known before.
  if (code === "EMAIL_NOT_VERIFIED" || code === "INVALID_EMAIL_OR_PASSWORD") return new AppError("SIGN_IN_FAILED");
  return error;
}

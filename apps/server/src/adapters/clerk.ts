import { Webhook } from "svix";
import { z } from "zod";
import { guard } from "../kernel/breaker.ts";
import type { IssuerNews, Person, ReadNews } from "../kernel/identity.ts";
import type { Logger } from "../kernel/log.ts";
import { pemKey, remoteKeys } from "./jwks.ts";
import type { IssuerRow } from "./tokens.ts";

export type ClerkParts = { iss: string; jwtKey: string | undefined; authorizedParties: readonly string[]; log: Logger };

/** Clerk's tokens, by the PEM key that was given or by the keys that Clerk publishes. */
export function clerkRow({ iss, jwtKey, authorizedParties, log }: ClerkParts): IssuerRow {
  const key = jwtKey ? pemKey(jwtKey, "RS256") : remoteKeys({ url: `${iss}/.well-known/jwks.json`, log });
  return { issuer: "clerk", iss, algorithm: "RS256", authorizedParties, key };
}

/** Asks Clerk for what it knows of a person now. Null when it knows nobody of that id. */
export function clerkDirectory({ apiUrl, secretKey }: { apiUrl: string; secretKey: string }) {
  return (subject: string): Promise<Person | null> =>
    guard("clerk", {}, async (signal) => {
      const response = await fetch(`${apiUrl}/v1/users/${encodeURIComponent(subject)}`, {
        headers: { authorization: `Bearer ${secretKey}` },
        redirect: "error",
        signal,
      });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`Clerk answered ${response.status}.`);
      return toPerson(User.parse(await response.json()));
    });
}

const User = z.object({
  id: z.string(),
  primary_email_address_id: z.string().nullable(),
  email_addresses: z.array(
    z.object({
      id: z.string(),
      email_address: z.string(),
      verification: z.object({ status: z.string() }).nullable(),
    }),
  ),
});

/** Only the main address counts: others may be somebody's who has never shown that they read it. */
function toPerson({ id, primary_email_address_id, email_addresses }: z.infer<typeof User>): Person {
  const main = email_addresses.find((address) => address.id === primary_email_address_id);
  return {
    subject: id,
    email: main?.email_address.toLowerCase() ?? null,
    isEmailVerified: main?.verification?.status === "verified",
  };
}

/** Believes only what Clerk has just signed, byte by byte. */
export function clerkNews(secret: string): ReadNews {
  const webhook = new Webhook(secret);
  return ({ body, headers }) => {
    let told: unknown;
    try {
      webhook.verify(body, Object.fromEntries(headers));
      told = JSON.parse(body);
    } catch {
      return null;
    }
    const fit = Message.safeParse(told);
    return fit.success ? fit.data : { kind: "other" };
  };
}

const Id = z.string().min(1).max(200);
const UserMessage = z.object({
  type: z.enum(["user.created", "user.updated", "user.deleted"]),
  data: z.object({ id: Id }),
});
const SessionMessage = z.object({
  type: z.enum(["session.ended", "session.removed", "session.revoked"]),
  data: z.object({ id: Id, user_id: Id }),
});

const Message = z.union([
  UserMessage.transform(
    ({ type, data }): IssuerNews => ({ kind: type === "user.deleted" ? "deleted" : "changed", subject: data.id }),
  ),
  SessionMessage.transform(
    ({ data }): IssuerNews => ({ kind: "session-ended", subject: data.user_id, sessionId: data.id }),
  ),
]);

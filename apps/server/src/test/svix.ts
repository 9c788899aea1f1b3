import { randomUUID } from "node:crypto";
import { Webhook } from "svix";

type Signed = { method: "POST"; body: string; headers: Record<string, string> };

/** A webhook as svix signs it, which both Clerk and Resend use. */
export function signWebhook(
  secret: string,
  body: string,
  { id = `msg_${randomUUID()}`, at = new Date() }: { id?: string; at?: Date } = {},
): Signed {
  const headers = {
    "content-type": "application/json",
    "svix-id": id,
    "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
    "svix-signature": new Webhook(secret).sign(id, at, body),
  };
  return { method: "POST", body, headers };
}

import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 in hexadecimal of the canonical JSON: the same for the same value, whatever the order of its keys. */
export async function hashJson(value: unknown): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonicalJson(value)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

import type { KeyRing } from "./keys.ts";
import type { MailPurpose } from "./mailer.ts";

export type AddressState = "ok" | "bounced" | "complained";

/** The stamp of an address. Capital letters make no other person: providers that tell them apart are a legend. */
export const addressHash = (keys: KeyRing, address: string): string => keys.mac(purpose, plain(address));

/** Its stamps under all keys, since what bounced before a rotation still bounces. */
export const addressHashes = (keys: KeyRing, address: string): string[] => keys.macs(purpose, plain(address));

/** Who called us spam is left alone, except where silence would do harm. Where nobody is, nothing is sent. */
export function mayReceive(state: AddressState, reason: MailPurpose["reason"]): boolean {
  if (state === "bounced") return false;
  return state === "ok" || reason === "security" || reason === "takedown";
}

const purpose = "mail.address";
const plain = (address: string) => address.trim().normalize("NFKC").toLowerCase();

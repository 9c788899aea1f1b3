import { z } from "zod";
import { pageOf } from "./page.ts";

/** What can happen to an account's safety. */
export const SecurityKind = z.enum([
  "account_closed",
  "account_opened",
  "backup_code_used",
  "backup_codes_renewed",
  "birth_date_given",
  "device_new",
  "email_changed",
  "key_created",
  "key_revoked",
  "key_rotated",
  "keys_revoked",
  "password_changed",
  "passkey_added",
  "passkey_removed",
  "password_reset",
  "provider_linked",
  "provider_unlinked",
  "recovery_asked",
  "recovery_done",
  "recovery_stopped",
  "role_ended",
  "role_granted",
  "second_factor_off",
  "second_factor_on",
  "session_ended",
  "sign_in_disowned",
  "way_in_changed",
]);
export type SecurityKind = z.infer<typeof SecurityKind>;

export const SecurityEvent = z.object({
  id: z.uuid(),
  kind: SecurityKind,
  at: z.iso.datetime(),
  /** Codes that say more, such as the reason why a session ended. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;

export const SecurityEventPage = pageOf(SecurityEvent);
export type SecurityEventPage = z.infer<typeof SecurityEventPage>;

import { z } from "zod";
import { pageOf } from "./page.ts";

/** What can happen to an account's safety. */
export const SecurityKind = z.enum([
  "account_closed",
  "account_opened",
  "backup_code_used",
  "backup_codes_renewed",
  "birth_date_given",
  "email_changed",
  "key_created",
  "key_revoked",
  "key_rotated",
  "keys_revoked",
  "password_changed",
  "password_reset",
  "role_ended",
  "role_granted",
  "second_factor_off",
  "second_factor_on",
  "session_ended",
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

import type { SecurityKind } from "@muejam/contracts/security-event";
import { m } from "#messages";

/** What happened, in a sentence; how a session ended where that is known. */
export const told = (kind: SecurityKind, reason: unknown): string =>
  ((kind === "session_ended" && typeof reason === "string" && endings[reason]) || kinds[kind])();

const kinds: Record<SecurityKind, () => string> = {
  account_closed: m.security_kinds_account_closed,
  account_opened: m.security_kinds_account_opened,
  backup_code_used: m.security_kinds_backup_code_used,
  backup_codes_renewed: m.security_kinds_backup_codes_renewed,
  birth_date_given: m.security_kinds_birth_date_given,
  device_new: m.security_kinds_device_new,
  email_changed: m.security_kinds_email_changed,
  key_created: m.security_kinds_key_created,
  key_revoked: m.security_kinds_key_revoked,
  key_rotated: m.security_kinds_key_rotated,
  keys_revoked: m.security_kinds_keys_revoked,
  passkey_added: m.security_kinds_passkey_added,
  passkey_removed: m.security_kinds_passkey_removed,
  password_changed: m.security_kinds_password_changed,
  password_reset: m.security_kinds_password_reset,
  provider_linked: m.security_kinds_provider_linked,
  provider_unlinked: m.security_kinds_provider_unlinked,
  recovery_asked: m.security_kinds_recovery_asked,
  recovery_done: m.security_kinds_recovery_done,
  recovery_stopped: m.security_kinds_recovery_stopped,
  role_ended: m.security_kinds_role_ended,
  role_granted: m.security_kinds_role_granted,
  second_factor_off: m.security_kinds_second_factor_off,
  second_factor_on: m.security_kinds_second_factor_on,
  session_ended: m.security_kinds_session_ended,
  sign_in_disowned: m.security_kinds_sign_in_disowned,
  way_in_changed: m.security_kinds_way_in_changed,
};

const endings: Record<string, () => string> = {
  "signed-out": m.security_endings_signed_out,
  revoked: m.security_endings_revoked,
  password: m.security_endings_password,
  reset: m.security_endings_reset,
  restored: m.security_endings_restored,
  disowned: m.security_endings_disowned,
  stolen: m.security_endings_stolen,
};

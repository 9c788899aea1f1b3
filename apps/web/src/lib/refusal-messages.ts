import type { ErrorCode, ErrorParams } from "@muejam/contracts/error";
import { m } from "#messages";
import { appErrorOf } from "./errors.ts";

type Words = (params: ErrorParams) => string;

const messages: Record<ErrorCode, Words> = {
  ACCOUNT_CLOSED: m.refusal_account_closed,
  ADDRESS_KNOWN: m.refusal_address_known,
  ADULTS_ONLY: m.refusal_adults_only,
  BATCHED_WRITE: m.refusal_batched_write,
  CHAPTER_EMPTY: m.refusal_chapter_empty,
  CHAPTER_TOO_LARGE: m.refusal_chapter_too_large,
  CHAPTER_UNTITLED: m.refusal_chapter_untitled,
  CODE_WRONG: m.refusal_code_wrong,
  CONFLICT: m.refusal_conflict,
  CURSOR_INVALID: m.refusal_cursor_invalid,
  DRAFT_CHANGED: m.refusal_draft_changed,
  EDITION_UNCHANGED: m.refusal_edition_unchanged,
  EMAIL_UNVERIFIED: m.refusal_email_unverified,
  FORBIDDEN: m.refusal_forbidden,
  HANDLE_TAKEN: m.refusal_handle_taken,
  IDEMPOTENCY_KEY_INVALID: m.refusal_idempotency_key_invalid,
  IDEMPOTENCY_KEY_REUSED: m.refusal_idempotency_key_reused,
  INPUT_INVALID: m.refusal_input_invalid,
  INTERNAL: m.refusal_internal,
  KEYS_FULL: ({ max }) => m.refusal_keys_full({ max: max ?? "" }),
  KEY_EXPIRED: m.refusal_key_expired,
  KEY_INVALID: m.refusal_key_invalid,
  LAST_ADMINISTRATOR: m.refusal_last_administrator,
  LAST_WAY_IN: m.refusal_last_way_in,
  LINK_INVALID: m.refusal_link_invalid,
  MATURE_HIDDEN: m.refusal_mature_hidden,
  MEDIA_FULL: ({ max }) => m.refusal_media_full({ max: max ?? "" }),
  MEDIA_KIND_REFUSED: m.refusal_media_kind_refused,
  MEDIA_TOO_LARGE: ({ megabytes, megapixels }) =>
    m.refusal_media_too_large({ megabytes: megabytes ?? "", megapixels: megapixels ?? "" }),
  MEDIA_UNDESCRIBED: m.refusal_media_undescribed,
  MEDIA_UNKNOWN: m.refusal_media_unknown,
  MEDIA_UNREADABLE: m.refusal_media_unreadable,
  METHOD_NOT_ALLOWED: m.refusal_method_not_allowed,
  NAME_RESERVED: m.refusal_name_reserved,
  NOT_FOUND: m.refusal_not_found,
  OVERLOADED: m.refusal_overloaded,
  PAGE_OUTDATED: m.refusal_page_outdated,
  PASSKEYS_FULL: ({ max }) => m.refusal_passkeys_full({ max: max ?? "" }),
  PASSKEY_WRONG: m.refusal_passkey_wrong,
  PASSWORD_WRONG: m.refusal_password_wrong,
  PERSON_REQUIRED: m.refusal_person_required,
  PROFILES_FULL: ({ max }) => m.refusal_profiles_full({ max: max ?? "" }),
  PROFILE_HAS_STORIES: m.refusal_profile_has_stories,
  PROFILE_LAST: m.refusal_profile_last,
  PROVIDER_DOWN: m.refusal_provider_down,
  PROVIDER_EMAIL_UNVERIFIED: m.refusal_provider_email_unverified,
  PROVIDER_REFUSED: m.refusal_provider_refused,
  PROVIDER_TAKEN: m.refusal_provider_taken,
  PROOF_NEEDED: m.refusal_proof_needed,
  ACCOUNT_IN_USE: m.refusal_account_in_use,
  RATE_LIMITED: ({ retryAfterSeconds }) =>
    retryAfterSeconds ? m.refusal_rate_limited_for({ seconds: retryAfterSeconds }) : m.refusal_rate_limited(),
  RECEIPT_INVALID: m.refusal_receipt_invalid,
  SCOPE_MISSING: ({ scope }) => m.refusal_scope_missing({ scope: scope ?? "" }),
  SECOND_FACTOR_OFF: m.refusal_second_factor_off,
  SECOND_FACTOR_ON: m.refusal_second_factor_on,
  SESSION_ENDED: m.refusal_session_ended,
  SIGNATURE_INVALID: m.refusal_signature_invalid,
  SIGN_IN_FAILED: m.refusal_sign_in_failed,
  SIGN_IN_REQUIRED: m.refusal_sign_in_required,
  STEP_EXPIRED: m.refusal_step_expired,
  STREAMS_FULL: ({ max }) => m.refusal_streams_full({ max: max ?? "" }),
  TIMED_OUT: m.refusal_timed_out,
  TOKEN_INVALID: m.refusal_token_invalid,
  TOO_LARGE: m.refusal_too_large,
  TROUBLE_ALREADY_REPORTED: m.refusal_trouble_already_reported,
  UNDER_AGE: m.refusal_under_age,
  TROUBLE_ALREADY_WITHDRAWN: m.refusal_trouble_already_withdrawn,
  YOUR_OWN: m.refusal_your_own,
};

/** The sentence for a failed act, and what to quote when asking about it. */
export function explain(error: unknown): { sentence: string; reference: string | undefined } {
  const app = appErrorOf(error);
  if (!app)
    return { sentence: navigator.onLine ? m.refusal_no_answer() : m.refusal_no_network(), reference: undefined };
  const isOurs = app.code === "INTERNAL";
  return {
    sentence: messages[app.code](app.params ?? {}),
    reference: isOurs ? m.refusal_reference({ id: app.requestId }) : undefined,
  };
}

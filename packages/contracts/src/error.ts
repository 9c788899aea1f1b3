import { z } from "zod";

/** Every refusal a caller can meet. Closed: a new one is added here, given a status and words, and tested. */
export const ErrorCode = z.enum([
  "ACCOUNT_CLOSED",
  "ACCOUNT_IN_USE",
  "ADDRESS_KNOWN",
  "ADULTS_ONLY",
  "BATCHED_WRITE",
  "CHAPTER_EMPTY",
  "CHAPTER_TOO_LARGE",
  "CHAPTER_UNTITLED",
  "CODE_WRONG",
  "CONFLICT",
  "CURSOR_INVALID",
  "DRAFT_CHANGED",
  "EDITION_UNCHANGED",
  "EMAIL_UNVERIFIED",
  "FORBIDDEN",
  "HANDLE_TAKEN",
  "IDEMPOTENCY_KEY_INVALID",
  "IDEMPOTENCY_KEY_REUSED",
  "INPUT_INVALID",
  "INTERNAL",
  "KEYS_FULL",
  "KEY_EXPIRED",
  "KEY_INVALID",
  "LAST_ADMINISTRATOR",
  "LAST_WAY_IN",
  "LINK_INVALID",
  "MATURE_HIDDEN",
  "MEDIA_FULL",
  "MEDIA_KIND_REFUSED",
  "MEDIA_TOO_LARGE",
  "MEDIA_UNDESCRIBED",
  "MEDIA_UNKNOWN",
  "MEDIA_UNREADABLE",
  "METHOD_NOT_ALLOWED",
  "NAME_RESERVED",
  "NOT_FOUND",
  "OVERLOADED",
  "PAGE_OUTDATED",
  "PASSKEYS_FULL",
  "PASSKEY_WRONG",
  "PASSWORD_WRONG",
  "PERSON_REQUIRED",
  "PROFILES_FULL",
  "PROFILE_HAS_STORIES",
  "PROFILE_LAST",
  "PROOF_NEEDED",
  "PROVIDER_DOWN",
  "PROVIDER_EMAIL_UNVERIFIED",
  "PROVIDER_REFUSED",
  "PROVIDER_TAKEN",
  "RATE_LIMITED",
  "RECEIPT_INVALID",
  "SCOPE_MISSING",
  "SECOND_FACTOR_OFF",
  "SECOND_FACTOR_ON",
  "SESSION_ENDED",
  "SIGN_IN_FAILED",
  "SIGNATURE_INVALID",
  "SIGN_IN_REQUIRED",
  "STEP_EXPIRED",
  "STREAMS_FULL",
  "TIMED_OUT",
  "TOKEN_INVALID",
  "TOO_LARGE",
  "TROUBLE_ALREADY_REPORTED",
  "TROUBLE_ALREADY_WITHDRAWN",
  "UNDER_AGE",
  "YOUR_OWN",
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** What is wrong with one field: `rule` is for programs, `message` for people. */
export const ErrorIssue = z.object({ path: z.string(), rule: z.string(), message: z.string() });
export type ErrorIssue = z.infer<typeof ErrorIssue>;

export const ErrorParams = z.record(z.string(), z.union([z.string(), z.number()]));
export type ErrorParams = z.infer<typeof ErrorParams>;

/** The one shape of a refusal, the same at every door. `message` is the English fallback. */
export const ErrorEnvelope = z.object({
  code: ErrorCode,
  message: z.string(),
  requestId: z.string(),
  issues: z.array(ErrorIssue).optional(),
  params: ErrorParams.optional(),
});
export type ErrorEnvelope = z.infer<typeof ErrorEnvelope>;

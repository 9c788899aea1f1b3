import type { ErrorCode, ErrorParams } from "@muejam/contracts/error";
import { appErrorOf } from "./errors.ts";

type Words = (params: ErrorParams) => string;

const messages: Record<ErrorCode, Words> = {
  ACCOUNT_CLOSED: () => "This account has been closed.",
  ADULTS_ONLY: () => "Only somebody of eighteen or older can switch this on.",
  BATCHED_WRITE: () => "This could not be sent. Load the page again and repeat it.",
  CHAPTER_EMPTY: () => "There are no words in this chapter yet.",
  CHAPTER_TOO_LARGE: () => "One chapter cannot hold this much. Part it into two.",
  CHAPTER_UNTITLED: () => "Give the chapter a title first.",
  CODE_WRONG: () => "This code is not right, or it was used before. Take the next one.",
  CONFLICT: () => "Someone else changed this first. Load the page again to see it.",
  CURSOR_INVALID: () => "This list has moved on. It starts again from the newest.",
  DRAFT_CHANGED: () => "This chapter was saved elsewhere meanwhile.",
  EDITION_UNCHANGED: () => "Readers have exactly these words already.",
  EMAIL_UNVERIFIED: () => "Confirm your address first, with the link in our mail.",
  FORBIDDEN: () => "This is not yours to do.",
  HANDLE_TAKEN: () => "Somebody else has this name. Choose another one.",
  IDEMPOTENCY_KEY_INVALID: () => "This could not be sent. Load the page again and repeat it.",
  IDEMPOTENCY_KEY_REUSED: () => "This was sent before with other words. Load the page again and repeat it.",
  INPUT_INVALID: () => "Something in this is not as it should be. Look at it and try again.",
  INTERNAL: () => "MueJam made a mistake. It is written down; trying again may help.",
  KEYS_FULL: ({ max }) => `An account has at most ${max} keys. Revoke one first.`,
  KEY_EXPIRED: () => "This key has expired. Make a new one.",
  KEY_INVALID: () => "This key is unknown or was revoked.",
  LAST_ADMINISTRATOR: () => "Somebody must remain administrator. Name another one first.",
  LINK_INVALID: () => "This link has been used or is too old. Ask for a new one.",
  MATURE_HIDDEN: () => "This story is for adults who have chosen to see such stories.",
  MEDIA_UNKNOWN: () => "There is a picture in this chapter that MueJam does not have. Take it out to publish.",
  METHOD_NOT_ALLOWED: () => "This could not be sent. Load the page again and repeat it.",
  NAME_RESERVED: () => "This name belongs to the house. Choose another one.",
  NOT_FOUND: () => "This is no longer here.",
  OVERLOADED: () => "MueJam is very busy. Try again in a minute.",
  PAGE_OUTDATED: () => "This page is older than the chapter's text. Reload it to go on.",
  PASSWORD_WRONG: () => "This is not the password that is asked for here.",
  PERSON_REQUIRED: () => "Only a signed-in person may do this, not a key.",
  PROFILES_FULL: ({ max }) => `An account has at most ${max} profiles.`,
  PROFILE_HAS_STORIES: () => "Stories still belong to this profile, and they would go with it. It stays open.",
  PROFILE_LAST: () => "This is your only profile. Make another one first.",
  PROOF_NEEDED: () => "Show once more that it is you. Give your password, or sign in again.",
  RATE_LIMITED: ({ retryAfterSeconds }) =>
    retryAfterSeconds
      ? `That was a lot at once. Try again in ${retryAfterSeconds} s.`
      : "That was a lot at once. Try again in a minute.",
  RECEIPT_INVALID: () => "This report cannot be found any more.",
  SCOPE_MISSING: ({ scope }) => `This key lacks the scope ${scope}.`,
  SECOND_FACTOR_OFF: () => "The second step is switched off.",
  SECOND_FACTOR_ON: () => "The second step is switched on already.",
  SESSION_ENDED: () => "You have been signed out. Sign in again.",
  SIGNATURE_INVALID: () => "This could not be sent. Load the page again and repeat it.",
  SIGN_IN_FAILED: () => "The address or the password is not right, or the address is not confirmed yet.",
  SIGN_IN_REQUIRED: () => "Sign in first.",
  STEP_EXPIRED: () => "This took too long. Begin again from the first step.",
  STREAMS_FULL: ({ max }) => `MueJam is open in more than ${max} places. News come here once you close one.`,
  TIMED_OUT: () => "This took too long and was given up. Try again.",
  TOKEN_INVALID: () => "You have been away for a while. Sign in again.",
  TOO_LARGE: () => "This is too large to send.",
  TROUBLE_ALREADY_REPORTED: () => "Trouble with this was already reported from your address this hour. It counts once.",
  UNDER_AGE: () => "MueJam is for people of thirteen and older. We would love to see you then.",
  TROUBLE_ALREADY_WITHDRAWN: () => "This report was already taken back.",
  YOUR_OWN: () => "This is your own. Following and applause are for what others write.",
};

const noAnswer = "MueJam did not answer, so this may not have arrived. Trying again sends it once.";
const noNetwork = "There is no network, so this was not sent. Try again when it is back.";

/** The sentence for a failed act, and what to quote when asking about it. */
export function explain(error: unknown): { sentence: string; reference: string | undefined } {
  const app = appErrorOf(error);
  if (!app) return { sentence: navigator.onLine ? noAnswer : noNetwork, reference: undefined };
  const isOurs = app.code === "INTERNAL";
  return { sentence: messages[app.code](app.params ?? {}), reference: isOurs ? `Request ${app.requestId}` : undefined };
}

import type { ErrorParams } from "@muejam/contracts/error";
import type { TRPCError } from "@trpc/server";
import type { RefusalCode } from "./errors.ts";

type Refusal = {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 429 | 503;
  words: (params: ErrorParams) => string;
};

/** What each refusal is on the wire, and its English words for those who do not translate by code. */
export const refusals: Record<RefusalCode, Refusal> = {
  ACCOUNT_CLOSED: { status: 403, words: () => "This account has been closed." },
  ACCOUNT_IN_USE: {
    status: 409,
    words: () => "Something is written in this account already, and two accounts are not put together.",
  },
  ADDRESS_KNOWN: {
    status: 409,
    words: () => "This address has an account already. Sign in to it first, and connect the service in its settings.",
  },
  ADULTS_ONLY: { status: 403, words: () => "Only somebody of eighteen or older can switch this on." },
  BATCHED_WRITE: { status: 400, words: () => "A call that writes must travel alone, not in a batch." },
  CHAPTER_EMPTY: { status: 400, words: () => "There are no words in this chapter yet." },
  CHAPTER_TOO_LARGE: { status: 413, words: () => "A chapter cannot hold as much as this. Part it into two." },
  CHAPTER_UNTITLED: { status: 400, words: () => "Give the chapter a title first." },
  CODE_WRONG: { status: 401, words: () => "This code is not right, or it was used before. Take the next one." },
  CONFLICT: { status: 409, words: () => "Someone else changed this first. Load it again and repeat your change." },
  CURSOR_INVALID: {
    status: 400,
    words: () => "This page marker is not from this list. Start again from the first page.",
  },
  DRAFT_CHANGED: {
    status: 409,
    words: () => "This chapter was saved elsewhere meanwhile. Load that first, and put your words on top of it.",
  },
  EDITION_UNCHANGED: { status: 409, words: () => "Readers have exactly these words already." },
  EMAIL_UNVERIFIED: { status: 403, words: () => "Confirm your address first, with the link in our mail." },
  FORBIDDEN: { status: 403, words: () => "You may not do this." },
  HANDLE_TAKEN: { status: 409, words: () => "Somebody else has this name. Choose another one." },
  IDEMPOTENCY_KEY_INVALID: { status: 400, words: () => "The idempotency-key header must be a UUID." },
  IDEMPOTENCY_KEY_REUSED: { status: 409, words: () => "This idempotency key was already used with another input." },
  INPUT_INVALID: { status: 400, words: () => "Some of what was sent is not right." },
  KEYS_FULL: { status: 409, words: ({ max }) => `An account has at most ${max} keys. Revoke one first.` },
  KEY_EXPIRED: { status: 401, words: () => "This key has expired. Make a new one." },
  KEY_INVALID: { status: 401, words: () => "This key is unknown or was revoked." },
  LAST_ADMINISTRATOR: { status: 409, words: () => "Somebody must remain administrator. Name another one first." },
  LAST_WAY_IN: { status: 409, words: () => "This is the last way into your account. Choose a password first." },
  LINK_INVALID: { status: 400, words: () => "This link has been used or is too old. Ask for a new one." },
  MATURE_HIDDEN: {
    status: 403,
    words: () => "This story is for adults who have chosen to see such stories.",
  },
  MEDIA_FULL: { status: 409, words: ({ max }) => `A profile has room for ${max} MB of pictures, and this is full.` },
  MEDIA_KIND_REFUSED: { status: 400, words: () => "A picture may be a JPEG, PNG, WebP, GIF or AVIF." },
  MEDIA_TOO_LARGE: {
    status: 413,
    words: ({ megabytes, megapixels }) => `A picture may have ${megabytes} MB and ${megapixels} megapixels at most.`,
  },
  MEDIA_UNDESCRIBED: {
    status: 400,
    words: () => "Nobody has said yet what a picture of this chapter shows, or that it decorates.",
  },
  MEDIA_UNKNOWN: { status: 400, words: () => "There is a picture in this chapter that is not its team's own." },
  MEDIA_UNREADABLE: { status: 400, words: () => "This picture is damaged. Save it anew and try again." },
  METHOD_NOT_ALLOWED: { status: 405, words: () => "Read with GET and write with POST." },
  NAME_RESERVED: { status: 409, words: () => "This name belongs to the house. Choose another one." },
  NOT_FOUND: { status: 404, words: () => "There is nothing here." },
  OVERLOADED: { status: 503, words: () => "MueJam is very busy. Try again in a moment." },
  PAGE_OUTDATED: {
    status: 409,
    words: () => "This page and MueJam are of different releases. Reload it; what was written is kept.",
  },
  PASSKEYS_FULL: { status: 409, words: ({ max }) => `An account has at most ${max} passkeys. Remove one first.` },
  PASSKEY_WRONG: { status: 401, words: () => "This passkey did not work here. Try again, or sign in another way." },
  PASSWORD_WRONG: { status: 401, words: () => "This is not the password that is asked for here." },
  PERSON_REQUIRED: { status: 403, words: () => "Only a signed-in person may do this, not a key." },
  PROFILES_FULL: { status: 409, words: ({ max }) => `An account has at most ${max} profiles.` },
  PROFILE_HAS_STORIES: {
    status: 409,
    words: ({ count }) => `This profile still has a part in ${count} stories. It cannot be closed without them.`,
  },
  PROFILE_LAST: { status: 409, words: () => "This is your only profile. Make another one first." },
  PROOF_NEEDED: { status: 403, words: () => "Show once more that it is you: give your password, or sign in again." },
  PROVIDER_DOWN: { status: 503, words: () => "This service does not answer now. Try again, or sign in another way." },
  PROVIDER_EMAIL_UNVERIFIED: {
    status: 403,
    words: () => "This service has not proven your address. Confirm it there first, or sign in another way.",
  },
  PROVIDER_REFUSED: { status: 401, words: () => "This service did not say who you are. Begin again." },
  PROVIDER_TAKEN: {
    status: 409,
    words: () => "One of the two is connected already: this service to your account, or your account there to another.",
  },
  RATE_LIMITED: {
    status: 429,
    words: ({ retryAfterSeconds }) => `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
  },
  RECEIPT_INVALID: { status: 404, words: () => "This receipt does not belong to any report." },
  SCOPE_MISSING: { status: 403, words: ({ scope }) => `This key lacks the scope ${scope}.` },
  SECOND_FACTOR_OFF: { status: 409, words: () => "No second step is switched on." },
  SECOND_FACTOR_ON: { status: 409, words: () => "The second step is switched on already." },
  SESSION_ENDED: { status: 401, words: () => "You have been signed out. Sign in again." },
  SIGN_IN_FAILED: {
    status: 401,
    words: () => "The address or the password is not right, or the address is not confirmed yet.",
  },
  SIGNATURE_INVALID: { status: 401, words: () => "The signature does not fit what was sent." },
  SIGN_IN_REQUIRED: { status: 401, words: () => "Sign in first." },
  STEP_EXPIRED: { status: 401, words: () => "This took too long. Begin again from the first step." },
  STREAMS_FULL: { status: 429, words: ({ max }) => `An account has at most ${max} streams open. Close one first.` },
  TIMED_OUT: { status: 503, words: () => "This took too long and was given up. Try again." },
  TOKEN_INVALID: { status: 401, words: () => "This token is not valid or has expired. Sign in again." },
  TOO_LARGE: { status: 413, words: () => "What was sent is too large." },
  TROUBLE_ALREADY_REPORTED: { status: 409, words: () => "You have reported this already; it counts for an hour." },
  UNDER_AGE: { status: 403, words: () => "MueJam is for people of thirteen and older." },
  TROUBLE_ALREADY_WITHDRAWN: { status: 409, words: () => "This report has been taken back already." },
  YOUR_OWN: { status: 403, words: () => "This is your own. Follow and applaud what others write." },
};

export const trpcCodes: Record<Refusal["status"], TRPCError["code"]> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_SUPPORTED",
  409: "CONFLICT",
  413: "PAYLOAD_TOO_LARGE",
  429: "TOO_MANY_REQUESTS",
  503: "SERVICE_UNAVAILABLE",
};

import type { ErrorCode } from "@muejam/contracts/error";

/**
 * Who stands before a door. `author` owns what the call is about, and so do the keys that read and write; the one that
 * moderates is an administrator's. `other` has not proven an address.
 */
export const callers = [
  "visitor",
  "member",
  "other",
  "author",
  "moderator",
  "senior",
  "administrator",
  "readKey",
  "writeKey",
  "moderateKey",
] as const;
export type CallerName = (typeof callers)[number];
type Answers = Readonly<Record<CallerName, "ok" | ErrorCode>>;

/** `isSensitive`: refuses at once when the session has ended or the role was lost, whatever the token says. */
export type Row = { readonly answers: Answers; readonly isSensitive: boolean };

export const everybody = row(every("ok"));

export function every(answer: "ok" | ErrorCode): Answers {
  return {
    visitor: answer,
    member: answer,
    other: answer,
    author: answer,
    moderator: answer,
    senior: answer,
    administrator: answer,
    readKey: answer,
    writeKey: answer,
    moderateKey: answer,
  };
}

export function row(answers: Answers): Row {
  return { answers, isSensitive: false };
}

export function sensitive(answers: Answers): Row {
  return { answers, isSensitive: true };
}

/** The door itself asks nobody who they are. */
export function toAll(answer: ErrorCode): Row {
  return row(every(answer));
}

/** Sign-in matters: a key is no token of an issuer's. */
export function byToken(answer: "ok" | ErrorCode): Row {
  const stranger = "SIGN_IN_REQUIRED";
  return row({ ...every(answer), visitor: stranger, readKey: stranger, writeKey: stranger, moderateKey: stranger });
}

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
export type Answers = Readonly<Record<CallerName, "ok" | ErrorCode>>;

/** `isSensitive`: refuses at once when the session has ended or the role was lost, whatever the token says. */
export type Row = { readonly answers: Answers; readonly isSensitive: boolean };

const everybody = row(every("ok"));
const nobody = (code: ErrorCode) => row(every(code));
const read = row({
  ...every("ok"),
  visitor: "SIGN_IN_REQUIRED",
  writeKey: "SCOPE_MISSING",
  moderateKey: "SCOPE_MISSING",
});
const write = row({
  ...every("ok"),
  visitor: "SIGN_IN_REQUIRED",
  readKey: "SCOPE_MISSING",
  moderateKey: "SCOPE_MISSING",
});
const inPerson = sensitive({
  ...every("ok"),
  visitor: "SIGN_IN_REQUIRED",
  readKey: "PERSON_REQUIRED",
  writeKey: "PERSON_REQUIRED",
  moderateKey: "PERSON_REQUIRED",
});
const administratorInPerson = sensitive({
  ...every("FORBIDDEN"),
  visitor: "SIGN_IN_REQUIRED",
  administrator: "ok",
  readKey: "SCOPE_MISSING",
  writeKey: "SCOPE_MISSING",
  moderateKey: "PERSON_REQUIRED",
});

/** Every procedure there is, and what it answers to whom. A new one is written down here before its tests pass. */
export const procedures: Readonly<Record<string, Row>> = {
  "account.me": read,
  "account.listKeys": inPerson,
  "account.createKey": inPerson,
  "account.revokeKey": ownOnly(inPerson),
  "account.rotateKey": ownOnly(inPerson),
  "account.grantRole": administratorInPerson,
  "account.endRole": administratorInPerson,
  "profile.byHandle": everybody,
  "profile.create": inPerson,
  "profile.update": ownOnly(write),
  "status.version": everybody,
  "status.now": everybody,

  "status.history": everybody,
  "status.reportTrouble": everybody,
  "status.withdrawTrouble": everybody,
};

/** Every other door, by method and pattern. `visit` is one address behind it; null where each procedure is its own door. */
export const routes: Readonly<Record<string, { readonly visit: string | null; readonly row: Row }>> = {
  "GET /health/live": { visit: "/health/live", row: everybody },
  "GET /health/ready": { visit: "/health/ready", row: everybody },

  "GET /metrics": { visit: "/metrics", row: nobody("NOT_FOUND") },
  "ALL /trpc/*": { visit: null, row: everybody },
  "ALL /assets/*": { visit: "/assets/app.js", row: everybody },
  "GET /assets/*": { visit: "/assets/none.js", row: nobody("NOT_FOUND") },
  "GET /:file{[a-z-]+\\.(?:svg|ico|png|txt|webmanifest)}": { visit: "/robots.txt", row: everybody },
  "GET /*": { visit: "/@somebody", row: everybody },
};

/** Doors without a row, and rows without a door. */
export function findGaps(doors: readonly string[], rows: Readonly<Record<string, unknown>>): string[] {
  const missing = doors.filter((door) => !Object.hasOwn(rows, door)).map((door) => `${door} has no row`);
  const idle = Object.keys(rows).filter((door) => !doors.includes(door));
  return [...new Set([...missing, ...idle.map((door) => `${door} is no door`)])];
}

function every(answer: "ok" | ErrorCode): Answers {
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

function row(answers: Answers): Row {
  return { answers, isSensitive: false };
}

function sensitive(answers: Answers): Row {
  return { answers, isSensitive: true };
}

/** To everybody who got as far as the thing itself, somebody else's thing does not exist. */
function ownOnly({ answers, isSensitive }: Row): Row {
  const strangers = ["visitor", "member", "other", "moderator", "senior", "administrator", "moderateKey"] as const;
  const hidden = strangers.filter((who) => answers[who] === "ok").map((who) => [who, "NOT_FOUND"] as const);
  return { answers: { ...answers, ...Object.fromEntries(hidden) }, isSensitive };
}

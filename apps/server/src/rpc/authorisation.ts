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

const everybody = row(every("ok"));
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
const notInPerson = {
  visitor: "SIGN_IN_REQUIRED",
  readKey: "PERSON_REQUIRED",
  writeKey: "PERSON_REQUIRED",
  moderateKey: "PERSON_REQUIRED",
} as const;
const inPerson = sensitive({ ...every("ok"), ...notInPerson });
/** The issuer of these callers knows none of them. */
const wayInOfNobody = sensitive({ ...every("EMAIL_UNVERIFIED"), ...notInPerson });
const administratorInPerson = sensitive({
  ...every("FORBIDDEN"),
  visitor: "SIGN_IN_REQUIRED",
  administrator: "ok",
  readKey: "SCOPE_MISSING",
  writeKey: "SCOPE_MISSING",
  moderateKey: "PERSON_REQUIRED",
});

const byModerators = sensitive({
  ...every("ok"),
  visitor: "SIGN_IN_REQUIRED",
  member: "FORBIDDEN",
  other: "FORBIDDEN",
  author: "FORBIDDEN",
  readKey: "SCOPE_MISSING",
  writeKey: "SCOPE_MISSING",
});

/** Every procedure there is, and what it answers to whom. A new one is written down here before its tests pass. */
export const procedures: Readonly<Record<string, Row>> = {
  "account.me": read,
  "account.onboard": inPerson,
  "account.setPreferences": inPerson,
  "account.listKeys": inPerson,
  "account.createKey": inPerson,
  "account.revokeKey": ownOnly(inPerson),
  "account.rotateKey": ownOnly(inPerson),
  "account.securityEvents": inPerson,
  "account.transferOffer": inPerson,
  "account.transfer": wayInOfNobody,
  "account.grantRole": administratorInPerson,
  "account.endRole": administratorInPerson,
  "badge.setVerified": administratorInPerson,
  "draft.get": ownOnly(read),
  "draft.save": ownOnly(write),
  "draft.revisions": ownOnly(read),
  "draft.revision": ownOnly(read),
  "draft.compare": ownOnly(read),
  "draft.keep": ownOnly(write),
  "draft.restore": ownOnly(write),
  "edition.publish": verifiedOnly(ownOnly(write)),
  "edition.unpublish": ownOnly(write),
  "edition.erase": administratorInPerson,
  "notification.live": { ...read, isSensitive: true },
  "profile.byHandle": everybody,
  "profile.view": everybody,
  "profile.create": inPerson,
  "profile.update": ownOnly(write),
  "profile.close": ownOnly(inPerson),
  "profile.formerHandles": ownOnly(read),
  "profile.redirect": ownOnly(write),
  "profile.hold": byModerators,
  "heir.wishes": inPerson,
  "heir.setWish": ownOnly(inPerson),
  "heir.removeWish": ownOnly(inPerson),
  "heir.question": inPerson,
  "heir.answer": inPerson,
  "heir.takeOver": ownOnly(inPerson),
  "heir.handOver": { ...administratorInPerson, answers: { ...administratorInPerson.answers, moderateKey: "ok" } },
  "notification.list": read,
  "notification.unread": read,
  "notification.markRead": write,
  "notification.choices": read,
  "notification.choose": write,
  "social.followProfile": notOwn(write),
  "social.followStory": notOwn(write),
  "social.applaud": notOwn(write),
  "social.feed": read,
  "social.profileHere": read,
  "social.requests": read,
  "social.answerRequest": write,
  "social.followers": read,
  "social.removeFollower": write,
  "social.setFollowersOnly": write,
  "reach.block": notOwn(inPerson),
  "reach.mute": notOwn(inPerson),
  "reach.blocked": inPerson,
  "reach.muted": inPerson,
  "reading.chapter": everybody,
  "reading.chapterHere": read,
  "reading.storyHere": read,
  "reading.savePosition": write,
  "reading.choices": read,
  "reading.choose": inPerson,
  "reading.continue": read,
  "status.version": everybody,
  "status.now": everybody,
  "status.history": everybody,
  "status.reportTrouble": everybody,
  "status.withdrawTrouble": everybody,
  "story.byRef": everybody,
  "story.chapters": everybody,
  "story.list": everybody,
  "story.create": write,
  "story.update": ownOnly(write),
  "story.mine": read,
  "story.own": ownOnly(read),
  "story.addChapter": ownOnly(write),
  "story.ownChapters": ownOnly(read),
  "story.pinned": everybody,
  "story.pin": ownOnly(write),
  "tag.bySlug": everybody,
};

/** `path` is one address behind the door; null where each procedure is a door of its own. */
export type Route = {
  readonly path: string | null;
  readonly body?: object;
  readonly row: Row;
  readonly issuer?: "clerk";
};

/** Every other door, by method and pattern. What it says to an empty hand is its own refusal, the same to everybody. */
export const routes: Readonly<Record<string, Route>> = {
  "GET /health/live": { path: "/health/live", row: everybody },
  "GET /health/ready": { path: "/health/ready", row: everybody },
  "ALL /health/*": { path: "/health/none", row: toAll("NOT_FOUND") },
  "GET /metrics": { path: "/metrics", row: toAll("NOT_FOUND") },
  "ALL /metrics/*": { path: "/metrics/none", row: toAll("NOT_FOUND") },
  "ALL /trpc/*": { path: null, row: everybody },
  "POST /webhooks/resend": { path: "/webhooks/resend", body: {}, row: toAll("NOT_FOUND") },
  "POST /webhooks/clerk": { path: "/webhooks/clerk", body: {}, row: toAll("SIGNATURE_INVALID"), issuer: "clerk" },
  "ALL /webhooks/clerk/*": { path: "/webhooks/clerk/none", row: toAll("NOT_FOUND"), issuer: "clerk" },
  "ALL /webhooks/*": { path: "/webhooks/none", row: toAll("NOT_FOUND") },
  "ALL /dev/mail/*": { path: "/dev/mail/none", row: toAll("NOT_FOUND") },
  "GET /dev/mail": { path: "/dev/mail", row: toAll("NOT_FOUND") },
  "GET /dev/mail/style.css": { path: "/dev/mail/style.css", row: toAll("NOT_FOUND") },
  "GET /dev/mail/:id": { path: "/dev/mail/verify-email", row: toAll("NOT_FOUND") },
  "GET /dev/mail/:id/body": { path: "/dev/mail/verify-email/body", row: toAll("NOT_FOUND") },
  "ALL /dev/*": { path: "/dev/none", row: toAll("NOT_FOUND") },
  "GET /not-me": { path: "/not-me?token=word", row: everybody },
  "POST /not-me": { path: "/not-me", body: {}, row: toAll("LINK_INVALID") },
  "GET /api/auth/jwks": { path: "/api/auth/jwks", row: everybody },
  "POST /api/auth/sign-up": { path: "/api/auth/sign-up", body: {}, row: toAll("INPUT_INVALID") },
  "POST /api/auth/verify-email": { path: "/api/auth/verify-email", body: {}, row: toAll("INPUT_INVALID") },
  "POST /api/auth/sign-in": { path: "/api/auth/sign-in", body: {}, row: toAll("INPUT_INVALID") },
  "POST /api/auth/forgot-password": { path: "/api/auth/forgot-password", body: {}, row: toAll("INPUT_INVALID") },
  "POST /api/auth/reset-password": { path: "/api/auth/reset-password", body: {}, row: toAll("INPUT_INVALID") },
  "POST /api/auth/refresh": { path: "/api/auth/refresh", body: {}, row: toAll("SIGN_IN_REQUIRED") },
  "POST /api/auth/sign-out": { path: "/api/auth/sign-out", body: {}, row: everybody },
  "GET /api/auth/sessions": { path: "/api/auth/sessions", row: byToken("ok") },
  "POST /api/auth/sessions/revoke": {
    path: "/api/auth/sessions/revoke",
    body: { sessionId: "00000000-0000-4000-8000-000000000000" },
    row: byToken("NOT_FOUND"),
  },
  "POST /api/auth/sessions/revoke-others": { path: "/api/auth/sessions/revoke-others", body: {}, row: byToken("ok") },
  "POST /api/auth/prove": { path: "/api/auth/prove", body: {}, row: byToken("INPUT_INVALID") },
  "POST /api/auth/password": { path: "/api/auth/password", body: {}, row: byToken("INPUT_INVALID") },
  "POST /api/auth/address": { path: "/api/auth/address", body: {}, row: byToken("INPUT_INVALID") },
  "POST /api/auth/sign-in/code": { path: "/api/auth/sign-in/code", body: {}, row: toAll("INPUT_INVALID") },
  "GET /api/auth/second-factor": { path: "/api/auth/second-factor", row: byToken("ok") },
  "POST /api/auth/second-factor/begin": {
    path: "/api/auth/second-factor/begin",
    body: {},
    row: byToken("INPUT_INVALID"),
  },
  "POST /api/auth/second-factor/confirm": {
    path: "/api/auth/second-factor/confirm",
    body: { ticket: "word", code: "123456" },
    row: byToken("STEP_EXPIRED"),
  },
  "POST /api/auth/second-factor/remove": {
    path: "/api/auth/second-factor/remove",
    body: { code: "123456" },
    row: byToken("SECOND_FACTOR_OFF"),
  },
  "POST /api/auth/second-factor/backup-codes": {
    path: "/api/auth/second-factor/backup-codes",
    body: { code: "123456" },
    row: byToken("SECOND_FACTOR_OFF"),
  },
  "ALL /api/auth/*": { path: "/api/auth/none", row: toAll("NOT_FOUND") },
  "ALL /api/*": { path: "/api/none", row: toAll("NOT_FOUND") },
  "GET /verify-email": { path: "/verify-email?token=word", row: everybody },
  "POST /verify-email": { path: "/verify-email", body: {}, row: toAll("LINK_INVALID") },
  "GET /confirm-address": { path: "/confirm-address?token=word", row: everybody },
  "POST /confirm-address": { path: "/confirm-address", body: {}, row: toAll("LINK_INVALID") },
  "GET /undo-address": { path: "/undo-address?token=word", row: everybody },
  "POST /undo-address": { path: "/undo-address", body: {}, row: toAll("LINK_INVALID") },
  "GET /unsubscribe": { path: "/unsubscribe?token=word", row: toAll("LINK_INVALID") },
  "POST /unsubscribe": { path: "/unsubscribe?token=word", body: {}, row: toAll("LINK_INVALID") },
  "GET /robots.txt": { path: "/robots.txt", row: everybody },
  "GET /sitemap.xml": { path: "/sitemap.xml", row: everybody },
  "GET /sitemap/:page": { path: "/sitemap/nothing.xml", row: toAll("NOT_FOUND") },
  "ALL /assets/*": { path: "/assets/app-1a2b.js", row: everybody },
  "GET /assets/*": { path: "/assets/none.js", row: toAll("NOT_FOUND") },
  "GET /:file{[a-z\\d-]+\\.(?:svg|ico|png|txt|webmanifest)}": { path: "/favicon.svg", row: everybody },
  "GET /*": { path: "/@somebody", row: everybody },
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

/** The door itself asks nobody who they are. */
function toAll(answer: ErrorCode): Row {
  return row(every(answer));
}

/** Sign-in matters: a key is no token of an issuer's. */
function byToken(answer: "ok" | ErrorCode): Row {
  const stranger = "SIGN_IN_REQUIRED";
  return row({ ...every(answer), visitor: stranger, readKey: stranger, writeKey: stranger, moderateKey: stranger });
}

/** What is for everybody but whoever made the thing. */
function notOwn({ answers, isSensitive }: Row): Row {
  const writeKey = answers.writeKey === "ok" ? "YOUR_OWN" : answers.writeKey;
  return { answers: { ...answers, author: "YOUR_OWN", writeKey }, isSensitive };
}

/** Whoever has not proven an address is told so before anything else. */
function verifiedOnly({ answers, isSensitive }: Row): Row {
  return { answers: { ...answers, other: "EMAIL_UNVERIFIED" }, isSensitive };
}

/** To everybody who got as far as the thing itself, somebody else's thing does not exist. */
function ownOnly({ answers, isSensitive }: Row): Row {
  const strangers = ["visitor", "member", "other", "moderator", "senior", "administrator", "moderateKey"] as const;
  const hidden = strangers.filter((who) => answers[who] === "ok").map((who) => [who, "NOT_FOUND"] as const);
  return { answers: { ...answers, ...Object.fromEntries(hidden) }, isSensitive };
}

import { every, everybody, type Row, row, sensitive } from "./authorisation-rows.ts";

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
const provenInPerson = verifiedOnly(inPerson);
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
  "account.askRecovery": administratorInPerson,
  "account.stopRecovery": administratorInPerson,
  "account.listRecoveries": administratorInPerson,
  "account.staff": administratorInPerson,
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
  "story.proposed": inPerson,
  "story.create": write,
  "story.update": ownOnly(write),
  "story.mine": read,
  "story.own": ownOnly(read),
  "story.addChapter": ownOnly(write),
  "story.ownChapters": ownOnly(read),
  "story.moveChapter": ownOnly(write),
  "story.binChapter": ownOnly(write),
  "story.restoreChapter": ownOnly(write),
  "story.bin": ownOnly(read),
  "story.pinned": everybody,
  "story.pin": ownOnly(write),
  "tag.bySlug": everybody,
  "team.get": ownOnly(read),
  "team.invite": ownOnly(provenInPerson),
  "team.withdraw": ownOnly(inPerson),
  "team.remove": ownOnly(inPerson),
  "team.changeRole": ownOnly(inPerson),
  "team.leave": ownOnly(inPerson),
  "team.invitations": read,
  "team.answer": ownOnly(inPerson),
  "team.here": ownOnly(write),
  "team.present": read,
};

/** Doors without a row, and rows without a door. */
export function findGaps(doors: readonly string[], rows: Readonly<Record<string, unknown>>): string[] {
  const missing = doors.filter((door) => !Object.hasOwn(rows, door)).map((door) => `${door} has no row`);
  const idle = Object.keys(rows).filter((door) => !doors.includes(door));
  return [...new Set([...missing, ...idle.map((door) => `${door} is no door`)])];
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

import type { RefusalCode } from "../../kernel/errors.ts";
import type { Fact, Rule, Subject, ViewerScope } from "./visibility.repo.ts";

/** The one table. A rule hides what has its `fact`, unless the viewer has one of `unless`; what no rule hides is seen. */
export const rules: readonly Rule[] = [
  { hides: "closed", unless: [] },
  { hides: "held", unless: ["own", "staff"] },
  { hides: "unpublished", unless: ["own"] },
  { hides: "forFollowers", unless: ["own", "staff", "follower"] },
  // Whoever blocks somebody is not shown them; whom they blocked is not shown the face that did it, duty apart.
  { hides: "blocked", unless: ["own"] },
  { hides: "blocking", unless: ["own", "staff"] },
  { hides: "mature", unless: ["own", "staff", "adult"] },
];

export const visitorScope: ViewerScope = {
  accountId: null,
  profileIds: [],
  roles: [],
  showsMature: false,
  followed: [],
  blocked: [],
  blocking: [],
  muted: [],
};

/** For what comes without being asked for: whom somebody muted is out of it, and nothing else tells of it. */
export const unasked = (viewer: ViewerScope): ViewerScope =>
  viewer.muted.length === 0 ? viewer : { ...viewer, blocked: [...viewer.blocked, ...viewer.muted] };

/** For what somebody has to find again, although they blocked it. */
export const unblocked = (viewer: ViewerScope): ViewerScope => ({ ...viewer, blocked: [] });

export const isVisible = (viewer: ViewerScope, subject: Subject): boolean => hiders(viewer, subject).length === 0;

/** What hides nothing but its rating may be told from what does not exist: the reader can do something about it. */
export function refusalOf(viewer: ViewerScope, subject: Subject): RefusalCode | null {
  const hidden = hiders(viewer, subject);
  if (hidden.length === 0) return null;
  return hidden.every(({ hides }) => hides === "mature") ? "MATURE_HIDDEN" : "NOT_FOUND";
}

export const isAdult = (birthDate: string, now: Date): boolean => hasReached(18, birthDate, now);

/** Somebody born on 29 February has their day on 1 March in other years. */
export function hasReached(age: number, birthDate: string, now: Date): boolean {
  const [year = 0, month = 1, day = 1] = birthDate.split("-").map(Number);
  return now.getTime() >= Date.UTC(year + age, month - 1, day);
}

function hiders(viewer: ViewerScope, subject: Subject): Rule[] {
  return rules.filter(
    ({ hides, unless }) => holds[hides](viewer, subject) && !unless.some((fact) => holds[fact](viewer, subject)),
  );
}

/** Each fact has a twin in SQL in the repository; a property test holds them equal. */
const holds: Record<Fact, (viewer: ViewerScope, subject: Subject) => boolean> = {
  closed: (_viewer, { state }) => state === "closed",
  held: (_viewer, { state }) => state === "held",
  unpublished: (_viewer, { isPublished }) => !isPublished,
  forFollowers: (_viewer, { isForFollowers }) => isForFollowers,
  blocked: ({ blocked }, { face }) => blocked.includes(face),
  blocking: ({ blocking }, { face }) => blocking.includes(face),
  mature: (_viewer, { isMature }) => isMature,
  own: ({ accountId }, { team }) => accountId !== null && team.includes(accountId),
  staff: ({ roles }) => roles.length > 0,
  follower: ({ profileIds, followed }, { face }) => profileIds.includes(face) || followed.includes(face),
  adult: ({ showsMature }) => showsMature,
};

import type { Fact, Rule, Subject, ViewerScope } from "./visibility.repo.ts";

/** The one table. A rule hides what has its `fact`, unless the viewer has one of `unless`; what no rule hides is seen. */
export const rules: readonly Rule[] = [
  { hides: "closed", unless: [] },
  { hides: "held", unless: ["own", "staff"] },
];

export const visitorScope: ViewerScope = { accountId: null, profileIds: [], roles: [] };

export function isVisible(viewer: ViewerScope, subject: Subject): boolean {
  return rules.every(
    ({ hides, unless }) => !holds[hides](viewer, subject) || unless.some((fact) => holds[fact](viewer, subject)),
  );
}

/** Each fact has a twin in SQL in the repository; a property test holds them equal. */
const holds: Record<Fact, (viewer: ViewerScope, subject: Subject) => boolean> = {
  closed: (_viewer, { state }) => state === "closed",
  held: (_viewer, { state }) => state === "held",
  own: ({ accountId }, subject) => accountId === subject.accountId,
  staff: ({ roles }) => roles.length > 0,
};

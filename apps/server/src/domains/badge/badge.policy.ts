import type { BadgeKind } from "@muejam/contracts/badge";
import type { Holder } from "../../kernel/actor.ts";
import { AppError } from "../../kernel/errors.ts";

/** What everybody can see of a face. Nothing of its account is here, so that no badge tells which faces go together. */
export type Facts = {
  firstChapter: { id: string; at: string } | null;
  completedStoryId: string | null;
  storyCount: number;
  followerCount: number;
  /** Those in which a chapter first appeared, counted from a Monday, in order. */
  weeks: readonly number[];
};
export type Award = { kind: BadgeKind; cause: string };

const manyStories = 10;
const manyFollowers = 100;
const weeksInARow = 8;
const earlyUntil = Date.parse("2028-01-01T00:00:00Z");

/** All that these facts deserve, whether it was given before or not. What was given is not taken back. */
export function earned({ firstChapter, completedStoryId, storyCount, followerCount, weeks }: Facts): Award[] {
  const awards: (Award | false)[] = [
    firstChapter !== null && { kind: "first-chapter", cause: `chapter:${firstChapter.id}` },
    firstChapter !== null &&
      Date.parse(firstChapter.at) < earlyUntil && { kind: "early", cause: `chapter:${firstChapter.id}` },
    storyCount >= manyStories && { kind: "prolific", cause: `stories:${manyStories}` },
    followerCount >= manyFollowers && { kind: "popular", cause: `followers:${manyFollowers}` },
    completedStoryId !== null && { kind: "finisher", cause: `story:${completedStoryId}` },
    longestRun(weeks) >= weeksInARow && { kind: "streak", cause: `weeks:${weeksInARow}` },
  ];
  return awards.filter((award) => award !== false);
}

/** A person says so and no key, and nobody says it of themselves. */
export function assertMayVerify(actor: Pick<Holder, "kind" | "accountId">, ownerId: string | null): void {
  if (actor.kind !== "member") throw new AppError("PERSON_REQUIRED");
  if (ownerId === null) throw new AppError("NOT_FOUND");
  if (ownerId === actor.accountId) throw new AppError("YOUR_OWN");
}

function longestRun(weeks: readonly number[]): number {
  let [longest, run, last] = [0, 0, Number.NaN];
  for (const week of weeks) {
    run = week === last + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    last = week;
  }
  return longest;
}

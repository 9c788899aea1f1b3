import type { Draft } from "@muejam/contracts/draft";
import type { ChapterState } from "@muejam/contracts/story";

/** What readers have of a chapter: `version` is the draft's that they read, null when it is not known. */
export type Publication = { state: ChapterState; hasChanges: boolean };

export const publicationOf = ({ state, hasUnpublishedChanges }: Draft): Publication => ({
  state,
  hasChanges: hasUnpublishedChanges,
});

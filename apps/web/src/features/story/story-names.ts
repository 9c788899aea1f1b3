import type { Notice, Rating, StoryStatus } from "@muejam/contracts/story";
import { m } from "#messages";

export const ratingNames: Record<Rating, () => string> = {
  everyone: m.story_ratings_everyone,
  teen: m.story_ratings_teen,
  mature: m.story_ratings_mature,
};

export const statusNames: Record<StoryStatus, () => string> = {
  drafting: m.story_statuses_drafting,
  ongoing: m.story_statuses_ongoing,
  hiatus: m.story_statuses_hiatus,
  completed: m.story_statuses_completed,
  stubbed: m.story_statuses_stubbed,
};

export const noticeNames: Record<Notice, () => string> = {
  violence: m.story_notices_violence,
  death: m.story_notices_death,
  abuse: m.story_notices_abuse,
  "self-harm": m.story_notices_self_harm,
  "sexual-content": m.story_notices_sexual_content,
  "strong-language": m.story_notices_strong_language,
  drugs: m.story_notices_drugs,
  distress: m.story_notices_distress,
};

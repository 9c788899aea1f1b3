import type { Notice, Rating, StoryStatus } from "@muejam/contracts/story";
import { m } from "#messages";

export const ratingNames: Record<Rating, () => string> = {
  everyone: m.rating_everyone,
  teen: m.rating_teen,
  mature: m.rating_mature,
};

export const statusNames: Record<StoryStatus, () => string> = {
  drafting: m.story_status_drafting,
  ongoing: m.story_status_ongoing,
  hiatus: m.story_status_hiatus,
  completed: m.story_status_completed,
  stubbed: m.story_status_stubbed,
};

export const noticeNames: Record<Notice, () => string> = {
  violence: m.notice_violence,
  death: m.notice_death,
  abuse: m.notice_abuse,
  "self-harm": m.notice_self_harm,
  "sexual-content": m.notice_sexual_content,
  "strong-language": m.notice_strong_language,
  drugs: m.notice_drugs,
  distress: m.notice_distress,
};

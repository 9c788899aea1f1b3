import type { Notice, Rating, StoryStatus } from "@muejam/contracts/story";
import type { Genre } from "@muejam/contracts/tag";
import { m } from "#messages";

export const genreNames: Record<Genre, () => string> = {
  adventure: m.genre_adventure,
  fantasy: m.genre_fantasy,
  historical: m.genre_historical,
  horror: m.genre_horror,
  humour: m.genre_humour,
  literary: m.genre_literary,
  mystery: m.genre_mystery,
  poetry: m.genre_poetry,
  romance: m.genre_romance,
  "science-fiction": m.genre_science_fiction,
  "slice-of-life": m.genre_slice_of_life,
  thriller: m.genre_thriller,
};

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

// safe: the record above has every genre and nothing else.
export const genres = Object.keys(genreNames) as Genre[];

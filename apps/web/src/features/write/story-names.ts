import type { Notice, Rating, StoryStatus } from "@muejam/contracts/story";
import type { Genre } from "@muejam/contracts/tag";
import { m } from "#messages";

export const statusNames: Record<StoryStatus, () => string> = {
  drafting: m.write_statuses_drafting,
  ongoing: m.write_statuses_ongoing,
  hiatus: m.write_statuses_hiatus,
  completed: m.write_statuses_completed,
  stubbed: m.write_statuses_stubbed,
};

export const ratingNames: Record<Rating, Record<"name" | "about", () => string>> = {
  everyone: { name: m.write_ratings_everyone_name, about: m.write_ratings_everyone_about },
  teen: { name: m.write_ratings_teen_name, about: m.write_ratings_teen_about },
  mature: { name: m.write_ratings_mature_name, about: m.write_ratings_mature_about },
};

export const genreNames: Record<Genre, () => string> = {
  adventure: m.write_genres_adventure,
  fantasy: m.write_genres_fantasy,
  historical: m.write_genres_historical,
  horror: m.write_genres_horror,
  humour: m.write_genres_humour,
  literary: m.write_genres_literary,
  mystery: m.write_genres_mystery,
  poetry: m.write_genres_poetry,
  romance: m.write_genres_romance,
  "science-fiction": m.write_genres_science_fiction,
  "slice-of-life": m.write_genres_slice_of_life,
  thriller: m.write_genres_thriller,
};

export const noticeNames: Record<Notice, () => string> = {
  violence: m.write_notices_violence,
  death: m.write_notices_death,
  abuse: m.write_notices_abuse,
  "self-harm": m.write_notices_self_harm,
  "sexual-content": m.write_notices_sexual_content,
  "strong-language": m.write_notices_strong_language,
  drugs: m.write_notices_drugs,
  distress: m.write_notices_distress,
};

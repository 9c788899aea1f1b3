import type { Genre } from "@muejam/contracts/tag";
import { m } from "#messages";

export const genreNames: Record<Genre, () => string> = {
  adventure: m.account_genre_names_adventure,
  fantasy: m.account_genre_names_fantasy,
  historical: m.account_genre_names_historical,
  horror: m.account_genre_names_horror,
  humour: m.account_genre_names_humour,
  literary: m.account_genre_names_literary,
  mystery: m.account_genre_names_mystery,
  poetry: m.account_genre_names_poetry,
  romance: m.account_genre_names_romance,
  "science-fiction": m.account_genre_names_science_fiction,
  "slice-of-life": m.account_genre_names_slice_of_life,
  thriller: m.account_genre_names_thriller,
};

// safe: the record above has every genre and nothing else.
export const genres = Object.keys(genreNames) as Genre[];

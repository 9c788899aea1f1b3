import type { Genre, Tag } from "@muejam/contracts/tag";
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

// safe: the record above has every genre and nothing else.
export const genres = Object.keys(genreNames) as Genre[];

/** A genre is named by this house, any other tag by whoever thought of it. */
export const tagName = ({ kind, slug, name }: Tag): string =>
  kind === "genre" && isGenre(slug) ? genreNames[slug]() : name;

const isGenre = (slug: string): slug is Genre => Object.hasOwn(genreNames, slug);

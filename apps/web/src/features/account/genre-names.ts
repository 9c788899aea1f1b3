import type { Genre } from "@muejam/contracts/tag";

export const genreNames: Record<Genre, string> = {
  adventure: "Adventure",
  fantasy: "Fantasy",
  historical: "Historical",
  horror: "Horror",
  humour: "Humour",
  literary: "Literary",
  mystery: "Mystery",
  poetry: "Poetry",
  romance: "Romance",
  "science-fiction": "Science fiction",
  "slice-of-life": "Slice of life",
  thriller: "Thriller",
};

// safe: the record above has every genre and nothing else.
export const genres = Object.keys(genreNames) as Genre[];

import type { Rating } from "@muejam/contracts/story";
import { m } from "#messages";

export const ratingHints: Record<Rating, () => string> = {
  everyone: m.write_ratings_everyone_about,
  teen: m.write_ratings_teen_about,
  mature: m.write_ratings_mature_about,
};

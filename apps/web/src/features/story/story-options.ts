import type { StoryListInput } from "@muejam/contracts/story";
import type { Api } from "../../lib/api.ts";

const contentsMax = 5000;
const perPage = 100;

/** The whole table of contents, in as many steps as it takes. */
export const contentsOptions = (api: Api, ref: string) => ({
  ...api.story.chapters.infiniteQueryOptions(
    { ref, limit: perPage },
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  ),
  pages: contentsMax / perPage,
});

export const storiesOptions = (api: Api, filter: Pick<StoryListInput, "tag" | "author">) =>
  api.story.list.infiniteQueryOptions({ ...filter, limit: 20 }, { getNextPageParam: ({ nextCursor }) => nextCursor });

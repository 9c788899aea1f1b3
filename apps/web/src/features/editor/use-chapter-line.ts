import type { OwnChapter, OwnStory } from "@muejam/contracts/story";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";

/** The chapter as the desk has it. Only its number is taken from there, so it may come late or not at all. */
export function useChapterLine({ id }: OwnStory, chapterId: string): OwnChapter | undefined {
  const { data } = useQuery(useApi().story.ownChapters.queryOptions({ id, limit: 100 }, { staleTime: Infinity }));
  return data?.items.find((chapter) => chapter.id === chapterId);
}

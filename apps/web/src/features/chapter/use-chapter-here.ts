import type { ChapterView } from "@muejam/contracts/reading";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";

/** What a member's own page knows of a chapter; nothing for a visitor, and nothing until it has come. */
export function useChapterHere({ story: { ref }, number }: ChapterView) {
  const { state } = useSession();
  return useQuery(useApi().reading.chapterHere.queryOptions({ ref, number }, { enabled: state === "member" })).data;
}

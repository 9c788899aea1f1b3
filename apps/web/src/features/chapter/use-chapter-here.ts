import type { ChapterView } from "@muejam/contracts/reading";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { isGone } from "../../lib/public-page.ts";
import { useSession } from "../../lib/use-session.ts";

/** What a member's own page knows of a chapter; nothing for a visitor, and nothing until it has come. */
export const useChapterHere = (chapter: ChapterView) => useAsked(chapter).data;

/** The page came as everybody sees it; to the member who looks, it is not there. */
export const useIsHidden = (chapter: ChapterView): boolean => isGone(useAsked(chapter).error);

function useAsked({ story: { ref }, number }: ChapterView) {
  const { state } = useSession();
  return useQuery(useApi().reading.chapterHere.queryOptions({ ref, number }, { enabled: state === "member" }));
}

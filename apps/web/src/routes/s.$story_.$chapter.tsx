import { chapterPath, numberIn, refIn } from "@muejam/contracts/address";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { chapterHead } from "../features/chapter/chapter-head.ts";
import { ChapterPage } from "../features/chapter/chapter-page.tsx";
import { useIsHidden } from "../features/chapter/use-chapter-here.ts";
import { SpeakingAs } from "../features/faces/speaking-as.tsx";
import { MissingPage } from "../features/shell/missing-page.tsx";
import { ApplaudChapter } from "../features/social/applaud-chapter.tsx";
import { FollowStory } from "../features/social/follow-story.tsx";
import { ThemeChoices } from "../features/theme/theme-choices.tsx";
import { useApi } from "../lib/api.ts";
import { headOf } from "../lib/head.ts";
import { isGone, keepTo, orMissing } from "../lib/public-page.ts";
import { StoryFault } from "./-story-fault.tsx";

export const Route = createFileRoute("/s/$story_/$chapter")({
  staticData: { isPublic: true, hasOwnFrame: true },
  loader: async ({ context: { api, queryClient }, params, location }) => {
    const [ref, number] = [refIn(params.story), numberIn(params.chapter)];
    if (!ref || !number) throw notFound();
    const [chapter, story] = await orMissing(
      Promise.all([
        queryClient.ensureQueryData(api.reading.chapter.queryOptions({ ref, number })),
        queryClient.ensureQueryData(api.story.byRef.queryOptions({ ref })),
      ]),
    );
    keepTo(chapterPath(chapter.story, chapter), `/s/${params.story}/${params.chapter}`, location.hash);
    return { input: { ref, number }, chapter, story };
  },
  head: ({ loaderData, match }) =>
    import.meta.env.SSR && loaderData
      ? headOf(chapterHead(loaderData.chapter, loaderData.story), match.context.origin)
      : {},
  component: Chapter,
  errorComponent: StoryFault,
});

function Chapter() {
  const { input } = Route.useLoaderData();
  const { data: chapter, error } = useSuspenseQuery(useApi().reading.chapter.queryOptions(input));
  const isHidden = useIsHidden(chapter);
  if (isHidden || isGone(error)) return <MissingPage />;
  const acts = (
    <>
      <ApplaudChapter chapter={chapter} />
      <FollowStory story={chapter.story} />
      <SpeakingAs about={chapter.story.author} />
    </>
  );
  return <ChapterPage key={chapter.id} chapter={chapter} acts={acts} themes={<ThemeChoices />} />;
}

import { refIn, storyPath } from "@muejam/contracts/address";
import { useInfiniteQuery, useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute, notFound } from "@tanstack/react-router";
import { SpeakingAs } from "../features/faces/speaking-as.tsx";
import { FaceActs } from "../features/reach/face-acts.tsx";
import { StoryPlace } from "../features/reading/story-place.tsx";
import { usePosition } from "../features/reading/use-position.ts";
import { MissingPage } from "../features/shell/missing-page.tsx";
import { FollowStory } from "../features/social/follow-story.tsx";
import { storyHead } from "../features/story/story-head.ts";
import { contentsOptions } from "../features/story/story-options.ts";
import { StoryPage } from "../features/story/story-page.tsx";
import { useApi } from "../lib/api.ts";
import { headOf } from "../lib/head.ts";
import { isGone, keepTo, orMissing } from "../lib/public-page.ts";
import { StoryFault } from "./-story-fault.tsx";

export const Route = createFileRoute("/s/$story")({
  staticData: { isPublic: true },
  loader: async ({ context: { api, queryClient }, params }) => {
    const ref = refIn(params.story);
    if (!ref) throw notFound();
    const story = await orMissing(queryClient.ensureQueryData(api.story.byRef.queryOptions({ ref })));
    keepTo(storyPath(story), `/s/${params.story}`);
    if (story.chapters.nextCursor) await queryClient.ensureInfiniteQueryData(contentsOptions(api, ref));
    return story;
  },
  head: ({ loaderData, match }) =>
    import.meta.env.SSR && loaderData ? headOf(storyHead(loaderData), match.context.origin) : {},
  component: Story,
  errorComponent: StoryFault,
});

function Story() {
  const api = useApi();
  const { ref } = Route.useLoaderData();
  const { data: story, error } = useSuspenseQuery(api.story.byRef.queryOptions({ ref }));
  const isLong = story.chapters.nextCursor !== null;
  const { data: contents } = useInfiniteQuery({ ...contentsOptions(api, ref), enabled: isLong });
  const chapters = isLong && contents ? contents.pages.flatMap(({ items }) => items) : story.chapters.items;
  const { position, isOthers, isHidden } = usePosition(ref);
  if (isHidden || isGone(error)) return <MissingPage />;
  const place = (
    <StoryPlace story={story} chapters={chapters}>
      <FollowStory story={story} />
      <SpeakingAs about={story.author} />
      {isOthers ? <FaceActs face={story.author} /> : null}
    </StoryPlace>
  );
  return <StoryPage story={story} chapters={chapters} position={position} place={place} />;
}

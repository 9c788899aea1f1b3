import { tagPath } from "@muejam/contracts/address";
import { createFileRoute } from "@tanstack/react-router";
import { storiesOptions } from "../features/story/story-options.ts";
import { StoryPages } from "../features/story/story-pages.tsx";
import { tagHead } from "../features/tag/tag-head.ts";
import { TagPage } from "../features/tag/tag-page.tsx";
import { headOf } from "../lib/head.ts";
import { keepTo, orMissing } from "../lib/public-page.ts";

export const Route = createFileRoute("/tags/$slug")({
  staticData: { isPublic: true },
  loader: async ({ context: { api, queryClient }, params: { slug } }) => {
    const tag = await orMissing(queryClient.ensureQueryData(api.tag.bySlug.queryOptions({ slug })));
    keepTo(tagPath(tag), `/tags/${slug}`);
    await queryClient.ensureInfiniteQueryData(storiesOptions(api, { tag: tag.slug }));
    return tag;
  },
  head: ({ loaderData, match }) =>
    import.meta.env.SSR && loaderData ? headOf(tagHead(loaderData), match.context.origin) : {},
  component: TagStories,
});

function TagStories() {
  const tag = Route.useLoaderData();
  return (
    <TagPage tag={tag}>
      <StoryPages filter={{ tag: tag.slug }} />
    </TagPage>
  );
}

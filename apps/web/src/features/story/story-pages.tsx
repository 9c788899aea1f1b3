import type { StoryListInput } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { StoryList } from "./story-list.tsx";
import { storiesOptions } from "./story-options.ts";

/** A list that goes on where its reader is. */
export function StoryPages({ filter }: { filter: Pick<StoryListInput, "tag" | "author"> }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    storiesOptions(useApi(), filter),
  );
  return (
    <>
      <StoryList stories={data.pages.flatMap(({ items }) => items)} />
      {hasNextPage ? (
        <Button className="mt-6" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.story_more()}
        </Button>
      ) : null}
    </>
  );
}

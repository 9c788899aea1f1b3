import type { StoryCard } from "@muejam/contracts/story";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import { FollowButton } from "./follow-button.tsx";

export function FollowStory({ story: { id, ref, title } }: { story: Pick<StoryCard, "id" | "ref" | "title"> }) {
  const api = useApi();
  const cache = useQueryClient();
  const isMember = useSession().state === "member";
  const here = useQuery(api.reading.storyHere.queryOptions({ ref }, { enabled: isMember }));
  const change = useMutation(
    api.social.followStory.mutationOptions({
      onSuccess: ({ isFollowing, followerCount }) => {
        cache.setQueryData(
          api.reading.storyHere.queryKey({ ref }),
          (known) => known && { ...known, isFollowingStory: isFollowing },
        );
        cache.setQueryData(
          api.story.byRef.queryKey({ ref }),
          (known) => known && { ...known, counts: { ...known.counts, followers: followerCount } },
        );
      },
    }),
  );
  if (here.data?.isTeam) return null;
  return (
    <FollowButton
      name={title}
      isFollowing={here.data?.isFollowingStory}
      isBusy={change.isPending}
      error={change.error}
      onChange={(isFollowing) => change.mutate({ storyId: id, isFollowing })}
    />
  );
}

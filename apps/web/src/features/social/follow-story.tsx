import type { StoryCard } from "@muejam/contracts/story";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { say } from "../../lib/toasts.tsx";
import { Toggle } from "./toggle.tsx";
import { useDoor } from "./use-door.ts";

type FollowStoryProps = {
  story: StoryCard;
  /** Others stand beside it. */
  isAmongOthers?: boolean;
};

export function FollowStory({ story: { id, ref, title }, isAmongOthers = false }: FollowStoryProps) {
  const { reading, social } = useApi();
  const { isMember } = useDoor();
  const cache = useQueryClient();
  const here = useQuery(reading.storyHere.queryOptions({ ref }, { enabled: isMember }));
  const show = (isFollowingStory: boolean) =>
    cache.setQueryData(reading.storyHere.queryKey({ ref }), (known) => known && { ...known, isFollowingStory });
  const act = useMutation(
    social.followStory.mutationOptions({
      scope: { id: `follow:${id}` },
      onMutate: ({ isFollowing }) => void show(isFollowing),
      onError: (_error, { isFollowing }) => void show(!isFollowing),
      onSuccess: (_done, { isFollowing }) => {
        void cache.invalidateQueries({ queryKey: social.feed.pathKey() });
        if (!isFollowing)
          say({ words: m.social_left({ name: title }), undo: { words: m.social_undo(), run: () => follow(true) } });
      },
    }),
  );
  const follow = (isFollowing: boolean) => act.mutate({ storyId: id, isFollowing });
  if (here.data?.isTeam) return null;
  return (
    <>
      <Toggle
        weight="line"
        isOn={here.data?.isFollowingStory ?? false}
        isKnown={here.data !== undefined}
        words={
          isAmongOthers
            ? { off: m.social_follow(), on: m.social_following(), about: m.social_about_follow({ name: title }) }
            : { off: m.social_follow_this(), on: m.social_following() }
        }
        onToggle={follow}
      />
      <ActFault error={act.error} />
    </>
  );
}

import type { ProfileView } from "@muejam/contracts/profile";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { ActFault } from "../../lib/act-fault.tsx";
import { useApi } from "../../lib/api.ts";
import { say } from "../../lib/toasts.tsx";
import { Toggle } from "./toggle.tsx";
import { useDoor } from "./use-door.ts";

export function FollowProfile({ profile: { id, displayName, isFollowersOnly } }: { profile: ProfileView }) {
  const { social } = useApi();
  const { isMember } = useDoor();
  const cache = useQueryClient();
  const here = useQuery(social.profileHere.queryOptions({ profileId: id }, { enabled: isMember }));
  const isOn = here.data ? here.data.isFollowing || here.data.isRequested : false;
  const show = (wants: boolean) =>
    cache.setQueryData(
      social.profileHere.queryKey({ profileId: id }),
      (known) => known && { ...known, isFollowing: wants && !isFollowersOnly, isRequested: wants && isFollowersOnly },
    );
  const act = useMutation(
    social.followProfile.mutationOptions({
      scope: { id: `follow:${id}` },
      onMutate: ({ isFollowing }) => void show(isFollowing),
      onError: (_error, { isFollowing }) => void show(!isFollowing),
      onSuccess: (_done, { isFollowing }) => {
        void cache.invalidateQueries({ queryKey: social.pathKey() });
        // Where followers are let in one by one, coming back is asking again.
        if (!isFollowing && !isFollowersOnly)
          say({
            words: m.social_left({ name: displayName }),
            undo: { words: m.social_undo(), run: () => follow(true) },
          });
      },
    }),
  );
  const follow = (isFollowing: boolean) => act.mutate({ profileId: id, isFollowing });
  if (here.data?.isOwn) return null;
  return (
    <>
      <Toggle
        weight="main"
        isOn={isOn}
        isKnown={here.data !== undefined}
        words={{
          off: isFollowersOnly ? m.social_ask() : m.social_follow(),
          on: here.data?.isRequested ? m.social_asked() : m.social_following(),
          about: m.social_about_follow({ name: displayName }),
        }}
        onToggle={follow}
      />
      <ActFault error={act.error} />
    </>
  );
}

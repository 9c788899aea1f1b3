import type { Profile } from "@muejam/contracts/profile";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import * as m from "#messages";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { Toggle } from "./toggle.tsx";
import { useDoor } from "./use-door.ts";

export function FollowProfile({ profile: { id, displayName } }: { profile: Profile }) {
  const { social } = useApi();
  const { isMember } = useDoor();
  const cache = useQueryClient();
  const here = useQuery(social.profileHere.queryOptions({ profileId: id }, { enabled: isMember }));
  const show = (isFollowing: boolean) =>
    cache.setQueryData(social.profileHere.queryKey({ profileId: id }), (known) => known && { ...known, isFollowing });
  const act = useMutation(
    social.followProfile.mutationOptions({
      scope: { id: `follow:${id}` },
      onMutate: ({ isFollowing }) => void show(isFollowing),
      onError: (_error, { isFollowing }) => void show(!isFollowing),
      onSuccess: () => void cache.invalidateQueries({ queryKey: social.feed.pathKey() }),
    }),
  );
  if (here.data?.isOwn) return null;
  const fault = act.error && explain(act.error);
  return (
    <>
      <Toggle
        weight="main"
        isOn={here.data?.isFollowing ?? false}
        isKnown={here.data !== undefined}
        words={{
          off: m.social_follow(),
          on: m.social_following(),
          about: m.social_about_follow({ name: displayName }),
        }}
        onToggle={(isFollowing) => act.mutate({ profileId: id, isFollowing })}
      />
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </>
  );
}

import type { ProfileView } from "@muejam/contracts/profile";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";
import { FollowButton } from "./follow-button.tsx";

type FollowProfileProps = { profile: Pick<ProfileView, "id" | "handle" | "displayName"> };

export function FollowProfile({ profile: { id, handle, displayName } }: FollowProfileProps) {
  const api = useApi();
  const cache = useQueryClient();
  const isMember = useSession().state === "member";
  const here = useQuery(api.social.profileHere.queryOptions({ profileId: id }, { enabled: isMember }));
  const change = useMutation(
    api.social.followProfile.mutationOptions({
      onSuccess: ({ isFollowing, followerCount }) => {
        cache.setQueryData(
          api.social.profileHere.queryKey({ profileId: id }),
          (known) => known && { ...known, isFollowing },
        );
        cache.setQueryData(
          api.profile.view.queryKey({ handle }),
          (known) => known && { ...known, counts: { ...known.counts, followers: followerCount } },
        );
      },
    }),
  );
  if (here.data?.isOwn) return null;
  return (
    <FollowButton
      name={displayName}
      isFollowing={here.data?.isFollowing}
      isBusy={change.isPending}
      error={change.error}
      onChange={(isFollowing) => change.mutate({ profileId: id, isFollowing })}
    />
  );
}

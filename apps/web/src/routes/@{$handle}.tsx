import { profilePath } from "@muejam/contracts/address";
import { useSuspenseQuery } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { SpeakingAs } from "../features/faces/speaking-as.tsx";
import { profileHead } from "../features/profile/profile-head.ts";
import { ProfilePage } from "../features/profile/profile-page.tsx";
import { BlockedNote, Unblock } from "../features/reach/blocked-face.tsx";
import { FaceActs } from "../features/reach/face-acts.tsx";
import { useFaceHere } from "../features/reach/use-face-here.ts";
import { MissingPage } from "../features/shell/missing-page.tsx";
import { FollowProfile } from "../features/social/follow-profile.tsx";
import { PinnedStories } from "../features/story/pinned-stories.tsx";
import { storiesOptions } from "../features/story/story-options.ts";
import { StoryPages } from "../features/story/story-pages.tsx";
import { useApi } from "../lib/api.ts";
import { headOf } from "../lib/head.ts";
import { isGone, keepTo, orMissing } from "../lib/public-page.ts";

export const Route = createFileRoute("/@{$handle}")({
  staticData: { isPublic: true },
  loader: async ({ context: { api, queryClient }, params: { handle } }) => {
    const profile = await orMissing(queryClient.ensureQueryData(api.profile.view.queryOptions({ handle })));
    keepTo(profilePath(profile), `/@${handle}`);
    await Promise.all([
      queryClient.ensureInfiniteQueryData(storiesOptions(api, { author: profile.handle })),
      queryClient.ensureQueryData(api.story.pinned.queryOptions({ handle: profile.handle })),
    ]);
    return profile;
  },
  head: ({ loaderData, match }) =>
    import.meta.env.SSR && loaderData ? headOf(profileHead(loaderData), match.context.origin) : {},
  component: Profile,
});

function Profile() {
  const { handle } = Route.useLoaderData();
  const { data: profile, error } = useSuspenseQuery(useApi().profile.view.queryOptions({ handle }));
  const { here, mayAct, isHidden } = useFaceHere(profile.id);
  if (isHidden || isGone(error)) return <MissingPage />;
  if (here?.isBlocked)
    return (
      <ProfilePage profile={profile} follow={<Unblock face={profile} />}>
        <BlockedNote />
      </ProfilePage>
    );
  const isShut = profile.isFollowersOnly && !here?.isFollowing && !here?.isOwn;
  return (
    <ProfilePage
      profile={profile}
      follow={
        <>
          <FollowProfile profile={profile} />
          <SpeakingAs about={profile} />
          {mayAct ? <FaceActs face={profile} /> : null}
        </>
      }
      pinned={isShut ? null : <PinnedStories handle={handle} />}
    >
      {isShut ? null : <StoryPages filter={{ author: handle }} />}
    </ProfilePage>
  );
}

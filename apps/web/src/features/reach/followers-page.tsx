import type { Me } from "@muejam/contracts/account";
import { SettingsSection } from "@muejam/ui/settings-section";
import { useInfiniteQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { AskerRow, FollowerRow } from "./follower-rows.tsx";
import { FollowersOnlySwitch } from "./followers-only-switch.tsx";
import { PagedList } from "./paged-list.tsx";
import { SettingsFrame } from "./settings-frame.tsx";

const next = { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };

export function FollowersPage({ me }: { me: Me }) {
  const { social } = useApi();
  const face = me.profiles.find(({ id }) => id === me.actingAs);
  const requests = useInfiniteQuery(social.requests.infiniteQueryOptions({}, next));
  const followers = useInfiniteQuery(social.followers.infiniteQueryOptions({}, next));
  if (!face) return null;
  const areWaiting = requests.data?.pages.some(({ items }) => items.length > 0) ?? false;
  return (
    <SettingsFrame title={m.reach_followers_title()} body={m.reach_followers_body({ name: face.displayName })}>
      <SettingsSection id="who-reads" title={m.reach_only_title()}>
        <FollowersOnlySwitch key={face.id} isOn={face.isFollowersOnly} areWaiting={areWaiting} />
      </SettingsSection>
      {face.isFollowersOnly || areWaiting ? (
        <SettingsSection id="requests" title={m.reach_requests()} body={m.reach_requests_body()}>
          <PagedList list={requests} empty={m.reach_requests_none()}>
            {(asker) => <AskerRow key={asker.id} face={asker} />}
          </PagedList>
        </SettingsSection>
      ) : null}
      <SettingsSection id="followers" title={m.reach_followers_list()} body={m.reach_followers_list_body()}>
        <PagedList list={followers} empty={m.reach_followers_none()}>
          {(follower) => <FollowerRow key={follower.id} face={follower} />}
        </PagedList>
      </SettingsSection>
    </SettingsFrame>
  );
}

import type { ProfileView } from "@muejam/contracts/profile";
import { SectionHead } from "@muejam/ui/section-head";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import { titled } from "../../lib/head.ts";
import { useItemKeys } from "../../lib/use-item-keys.ts";
import { useTitle } from "../../lib/use-title.ts";
import { Badges } from "./badges.tsx";
import { ProfileFront } from "./profile-front.tsx";
import { profileTitle } from "./profile-head.ts";

/** `follow` is what a reader can do about somebody, `pinned` what they show first; `children` are their stories. */
export function ProfilePage({
  profile,
  follow,
  pinned,
  children,
}: {
  profile: ProfileView;
  follow: ReactNode;
  pinned?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  useTitle(titled(profileTitle(profile)));
  useItemKeys();
  return (
    <article>
      <ProfileFront profile={profile} follow={follow} />
      {pinned}
      <div className="mt-9 grid gap-x-18 gap-y-12 page:grid-cols-[minmax(0,1fr)_var(--rail)]">
        <section aria-labelledby={id} className="min-w-0">
          <SectionHead id={id} title={m.profile_stories_title()} aside={m.profile_order()} hasRule />
          {children ?? <p className="mt-5 max-w-150 text-talk text-ink-2">{m.profile_for_followers()}</p>}
        </section>
        {profile.badges.length > 0 ? <Badges badges={profile.badges} /> : null}
      </div>
    </article>
  );
}

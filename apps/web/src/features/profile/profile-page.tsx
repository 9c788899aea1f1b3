import type { ProfileView } from "@muejam/contracts/profile";
import { Avatar } from "@muejam/ui/avatar";
import { Facts } from "@muejam/ui/facts";
import { SectionHead } from "@muejam/ui/section-head";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";
import { titled } from "../../lib/head.ts";
import { useItemKeys } from "../../lib/use-item-keys.ts";
import { useTitle } from "../../lib/use-title.ts";
import { profileTitle } from "./profile-head.ts";

/** `follow` is what a reader can do about somebody; `children` are their stories. */
export function ProfilePage({
  profile,
  follow,
  children,
}: {
  profile: ProfileView;
  follow: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const { displayName, handle, bio, counts } = profile;
  useTitle(titled(profileTitle(profile)));
  useItemKeys();
  return (
    <article className="pt-8 wide:pt-11">
      <header className="grid items-end gap-x-18 gap-y-6 page:grid-cols-[minmax(0,1fr)_var(--rail)]">
        <div>
          <div className="flex items-center gap-4.5">
            <Avatar name={displayName} size="large" />
            <div className="min-w-0">
              <h1 className="display text-h1 wrap-anywhere">
                <bdi>{displayName}</bdi>
              </h1>
              <p className="text-ui text-ink-2 wrap-anywhere" dir="ltr">
                @{handle}
              </p>
            </div>
          </div>
          {bio === "" ? null : (
            <p className="mt-5 max-w-150 text-talk whitespace-pre-line wrap-anywhere">
              <bdi>{bio}</bdi>
            </p>
          )}
        </div>
        <div>
          <Facts
            pairs={[
              [m.profile_followers(), formatNumber(counts.followers)],
              [m.profile_stories(), formatNumber(counts.stories)],
              [m.profile_words(), formatNumber(counts.words)],
            ]}
          />
          <div className="mt-5 flex flex-wrap items-center gap-3">{follow}</div>
        </div>
      </header>
      <section aria-labelledby={id} className="mt-9 max-w-200">
        <SectionHead id={id} title={m.profile_stories_title()} aside={m.profile_order()} hasRule />
        {children ?? <p className="mt-5 max-w-150 text-talk text-ink-2">{m.profile_for_followers()}</p>}
      </section>
    </article>
  );
}

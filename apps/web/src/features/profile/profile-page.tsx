import type { ProfileView } from "@muejam/contracts/profile";
import { type ReactNode, useId } from "react";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { messages } from "./messages.ts";
import { profileTitle } from "./profile-head.ts";

export function ProfilePage({ profile, children }: { profile: ProfileView; children: ReactNode }) {
  const id = useId();
  const { displayName, handle, bio, counts } = profile;
  useTitle(titled(profileTitle(profile)));
  return (
    <article className="pt-8">
      <header className="max-w-160">
        <h1 className="display text-h1 wrap-anywhere">
          <bdi>{displayName}</bdi>
        </h1>
        <p className="text-talk text-ink-2" dir="ltr">
          @{handle}
        </p>
        <p className="dotted mt-3 text-ui text-ink-2">
          <span>{messages.followers(counts.followers)}</span>
          <span>{messages.stories(counts.stories)}</span>
          <span>{messages.words(counts.words)}</span>
        </p>
        {bio === "" ? null : (
          <p dir="auto" className="mt-5 text-talk whitespace-pre-line wrap-anywhere">
            {bio}
          </p>
        )}
      </header>
      <section aria-labelledby={id} className="mt-12 max-w-190">
        <hr className="rule" />
        <h2 id={id} className="display pt-3 text-h4">
          {messages.storiesTitle}
        </h2>
        <p className="border-b border-line pb-2.5 text-small text-ink-2">{messages.order}</p>
        {children}
      </section>
    </article>
  );
}

import type { ProfileLink, ProfileView } from "@muejam/contracts/profile";
import { Avatar } from "@muejam/ui/avatar";
import { Facts } from "@muejam/ui/facts";
import type { ReactNode } from "react";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

export function ProfileFront({ profile, follow }: { profile: ProfileView; follow: ReactNode }) {
  const { displayName, handle, bio, accent, links, isMemorial, counts } = profile;
  return (
    <header
      data-accent={accent}
      className="profile-front grid items-end gap-x-18 gap-y-6 page:grid-cols-[minmax(0,1fr)_var(--rail)]"
    >
      <div className="min-w-0">
        <div className="flex items-center gap-4.5">
          <Avatar name={displayName} size="large" />
          <div className="min-w-0">
            <h1 className={`display ${displayName.length <= 40 ? "text-h1" : "text-h3"} wrap-anywhere`}>
              <bdi>{displayName}</bdi>
            </h1>
            <p className="text-ui text-ink-2 wrap-anywhere">
              <bdi dir="ltr">@{handle}</bdi>
            </p>
          </div>
        </div>
        {isMemorial ? (
          <p className="mt-4 font-book text-talk text-ink-2 italic wrap-anywhere">
            {m.profile_memorial({ name: displayName })}
          </p>
        ) : null}
        {bio === "" ? null : (
          <p dir="auto" className="mt-5 max-w-150 text-talk whitespace-pre-line wrap-anywhere">
            {bio}
          </p>
        )}
        {links.length > 0 ? <Links links={links} /> : null}
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
  );
}

/** Whoever wrote them vouches for them; we do not. */
function Links({ links }: { links: readonly ProfileLink[] }) {
  return (
    <ul aria-label={m.profile_links()} className="mt-3 flex flex-wrap gap-x-5">
      {links.map(({ label, url }, index) => (
        // The same page may stand there twice.
        <li key={index} className="min-w-0">
          <a
            href={url}
            rel="nofollow ugc noopener"
            className="link inline-flex min-h-(--hit) items-center text-ui wrap-anywhere"
          >
            <bdi>{label || hostOf(url)}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

const hostOf = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");

import { chapterPath, profilePath, storyPath } from "@muejam/contracts/address";
import type { Notification } from "@muejam/contracts/notification";
import type { Profile } from "@muejam/contracts/profile";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import { formatAgo, formatDay, formatNumber } from "../../lib/format.ts";
import { Worded } from "../../lib/worded.tsx";
import type { Day } from "./days.ts";

/** `acts`: what there is to do about somebody. */
export function DayList({ day, now, acts }: { day: Day; now: number; acts: (face: Profile) => ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-9">
      <h2 id={id} className="text-small text-ink-3">
        {formatDay(day.at)}
      </h2>
      <ul className="mt-2 border-t border-line">
        {day.told.map((one) => (
          <li key={one.id} data-told className="news relative pe-12" tabIndex={-1}>
            {one.isRead ? null : <span aria-hidden="true" className="news-dot" />}
            <p className="text-talk wrap-anywhere">
              <Sentence told={one} />
            </p>
            <p className="dotted text-small text-ink-3">
              {one.isRead ? null : <b className="font-semibold text-marmalade-ink">{m.notifications_is_new()}</b>}
              <time dateTime={one.at}>{formatAgo(one.at, now)}</time>
            </p>
            <div className="absolute end-0 top-2">{acts("author" in one ? one.author : one.follower)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentence({ told }: { told: Notification }) {
  switch (told.kind) {
    case "new-follower":
      return <Worded words={m.notifications_follows} parts={{ follower: <Face face={told.follower} /> }} />;
    case "follow-requested":
      return (
        <Worded
          words={m.notifications_asks}
          parts={{
            follower: <Face face={told.follower} />,
            answer: (
              <Link to="/settings/followers" className="link">
                {m.notifications_answer()}
              </Link>
            ),
          }}
        />
      );
    case "follow-approved":
      return <Worded words={m.notifications_let_in} parts={{ author: <Face face={told.author} /> }} />;
    case "team-invited":
      return (
        <Worded
          words={m.notifications_invites}
          parts={{
            author: <Face face={told.author} />,
            invitation: (
              <Link to="/invitations" className="link">
                {m.notifications_invitation()}
              </Link>
            ),
          }}
        />
      );
    case "team-joined":
      return <Worded words={m.notifications_joined} parts={{ author: <Face face={told.author} /> }} />;
    case "badge-awarded":
      return (
        <>
          {m.notifications_badge({ badge: told.badge })}{" "}
          <Link to={profilePath(told.author)} className="link">
            {m.notifications_badge_page()}
          </Link>
        </>
      );
    case "chapter-published": {
      const { author, story, chapter } = told;
      return (
        <Worded
          words={m.notifications_published}
          parts={{
            author: <Face face={author} />,
            chapter: (
              <Link to={chapterPath(story, chapter)} className="link">
                <bdi>{m.notifications_chapter({ number: formatNumber(chapter.number), title: chapter.title })}</bdi>
              </Link>
            ),
            story: (
              <Link to={storyPath(story)} className="link">
                <bdi>{story.title}</bdi>
              </Link>
            ),
          }}
        />
      );
    }
    default:
      return told satisfies never;
  }
}

function Face({ face }: { face: Profile }) {
  return (
    <Link to={profilePath(face)} className="font-semibold hover:underline">
      <bdi>{face.displayName}</bdi>
    </Link>
  );
}

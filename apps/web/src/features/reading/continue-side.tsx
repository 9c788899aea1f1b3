import { storyPath } from "@muejam/contracts/address";
import type { Continuation } from "@muejam/contracts/reading";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatNumber } from "../../lib/format.ts";
import { quoted } from "./quoted.ts";
import { isRead, threadsBegun } from "./standing.ts";
import { StepLink } from "./step-link.tsx";
import { StitchOf } from "./stitch-of.tsx";

export function ContinueSide({ begun }: { begun: Continuation }) {
  const { story, position, unread } = begun;
  const { current } = position;
  const language = inLanguage(story.language);
  return (
    <article className="continue-side">
      <div className="grid grid-cols-[64px_minmax(0,1fr)] gap-3.5">
        <Cover seed={story.id} title={story.title} by={story.author.displayName} isSmall />
        <div>
          <h2 className="line-clamp-3 font-display text-talk/5.25 font-semibold wrap-anywhere">
            <Link to={storyPath(story)} className="hover:underline">
              <bdi {...language}>{story.title}</bdi>
            </Link>
          </h2>
          <p className="mt-0.5 text-small text-ink-3">
            <bdi>{story.author.displayName}</bdi>
          </p>
        </div>
      </div>
      {current.quote === "" || isRead(current) ? null : (
        <p className="mt-3.5 line-clamp-3 font-book text-body text-ink-2 italic" {...language}>
          {quoted(current.quote, current.offset > 0)}
        </p>
      )}
      <div className="mt-auto pt-4.5">
        <StitchOf threads={threadsBegun(begun)} position={position} />
        <p className="mt-2.5 text-small text-ink-2">
          {m.reading_shelf_where({
            number: formatNumber(current.chapterNumber),
            count: formatNumber(story.chapterCount),
          })}
        </p>
        <p className="flex items-center justify-between gap-3 text-small text-ink-2">
          <StepLink begun={begun} className="link inline-flex min-h-(--hit) items-center" />
          {unread > 0 ? <span>{m.reading_shelf_unread({ count: formatNumber(unread) })}</span> : null}
        </p>
      </div>
    </article>
  );
}

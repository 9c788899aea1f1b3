import { storyPath } from "@muejam/contracts/address";
import type { Continuation } from "@muejam/contracts/reading";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { deviceWord, thisDevice } from "../../lib/device.ts";
import { inLanguage } from "../../lib/direction.ts";
import { formatAgo, formatNumber } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { quoted } from "./quoted.ts";
import { isRead, threadsBegun } from "./standing.ts";
import { StepLink } from "./step-link.tsx";
import { StitchOf } from "./stitch-of.tsx";

/** The one to go on with, and the words that were read last. */
export function ContinueLead({ begun }: { begun: Continuation }) {
  const { story, position } = begun;
  const { current } = position;
  const ago = formatAgo(current.at, useNow(60_000));
  const language = inLanguage(story.language);
  return (
    <article className="continue-lead">
      <Cover seed={story.id} title={story.title} by={story.author.displayName} />
      <div className="min-w-0">
        <p className="text-ui text-ink-2">
          {m.reading_shelf_where({
            number: formatNumber(current.chapterNumber),
            count: formatNumber(story.chapterCount),
          })}
          {current.device !== "" && current.device !== thisDevice()
            ? m.reading_shelf_from({ device: deviceWord(current.device) })
            : null}
        </p>
        <h2 className="display mt-0.5 text-h3 wrap-anywhere">
          <Link to={storyPath(story)} className="hover:underline">
            <bdi {...language}>{story.title}</bdi>
          </Link>
        </h2>
        <p className="mt-1 text-small text-ink-3">
          <bdi>{story.author.displayName}</bdi>
        </p>
      </div>
      <div className="continue-rest">
        {current.quote === "" || isRead(current) ? null : (
          <blockquote className="mb-4.5 line-clamp-3 max-w-120 font-book text-lead text-ink-2 italic" {...language}>
            {quoted(current.quote, current.offset > 0)}
          </blockquote>
        )}
        <StitchOf threads={threadsBegun(begun)} position={position} />
        <div className="mt-4.5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <StepLink begun={begun} className="act-main max-wide:w-full" />
          <span className="text-small text-ink-3">
            {isRead(current) ? m.reading_shelf_ended({ ago }) : m.reading_shelf_stopped({ ago })}
          </span>
        </div>
      </div>
    </article>
  );
}

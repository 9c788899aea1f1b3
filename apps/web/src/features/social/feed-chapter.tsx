import { chapterPath, profilePath, storyPath } from "@muejam/contracts/address";
import type { FeedItem } from "@muejam/contracts/social";
import { minutesOf } from "@muejam/prose/words";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatAgo, formatMinutes, formatNumber } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { Worded } from "../../lib/worded.tsx";

export function FeedChapter({ item: { story, chapter } }: { item: FeedItem }) {
  const { author } = story;
  const now = useNow(60_000);
  const language = inLanguage(story.language);
  const time = formatMinutes(minutesOf(chapter.words, story.language));
  return (
    <article className="grid grid-cols-[52px_minmax(0,1fr)] gap-4 wide:grid-cols-[68px_minmax(0,1fr)] wide:gap-5.5">
      <Cover seed={story.id} title={story.title} by={author.displayName} isSmall />
      <div className="min-w-0">
        <p className="text-small/5 text-ink-3 wrap-anywhere">
          <Worded
            words={m.social_feed_published}
            parts={{
              author: (
                <Link to={profilePath(author)} className="font-semibold text-ink hover:underline">
                  <bdi>{author.displayName}</bdi>
                </Link>
              ),
              story: (
                <Link to={storyPath(story)} className="text-ink-2 hover:underline">
                  <bdi {...language}>{story.title}</bdi>
                </Link>
              ),
              ago: <time dateTime={chapter.publishedAt}>{formatAgo(chapter.publishedAt, now)}</time>,
            }}
          />
        </p>
        <h3 className="display mt-0.5 mb-1 text-[1.4375rem]/7 wrap-anywhere">
          <Link to={chapterPath(story, chapter)} data-main="" className="hover:underline">
            <span className="me-2 text-marmalade-ink">{chapter.number}</span>
            <bdi {...language}>{chapter.title || m.social_feed_untitled({ number: formatNumber(chapter.number) })}</bdi>
          </Link>
        </h3>
        <p className="text-small text-ink-2">{m.social_feed_minutes({ words: formatNumber(chapter.words), time })}</p>
      </div>
    </article>
  );
}

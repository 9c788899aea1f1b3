import { storyPath } from "@muejam/contracts/address";
import type { StoryCard } from "@muejam/contracts/story";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate } from "../../lib/format.ts";
import { ratingNames } from "../../lib/story-names.ts";
import { AuthorLink } from "./author-link.tsx";
import { StatusChip } from "./status-chip.tsx";
import { TagLinks } from "./tag-links.tsx";

export function StoryEntry({ story }: { story: StoryCard }) {
  const { rating, chapterCount, wordCount, lastPublishedAt } = story;
  const language = inLanguage(story.language);
  return (
    <article className="grid grid-cols-[52px_minmax(0,1fr)] gap-4 wide:grid-cols-[84px_minmax(0,1fr)] wide:gap-6">
      <Cover seed={story.id} title={story.title} by={story.author.displayName} isSmall />
      <div className="min-w-0">
        <p className="text-small/5 text-ink-3">
          <AuthorLink author={story.author} />, <time dateTime={lastPublishedAt}>{formatDate(lastPublishedAt)}</time>
        </p>
        <h3 className="display mt-0.5 text-h4 wrap-anywhere wide:text-[1.4375rem]/7">
          <Link
            to={storyPath(story)}
            data-main=""
            className="inline-block min-w-11 hover:underline max-wide:-mb-5 max-wide:pb-5"
          >
            <bdi {...language}>{story.title}</bdi>
          </Link>
        </h3>
        {story.tagline === "" ? null : (
          <p className="mt-1 max-w-150 font-book text-talk/6.5 text-ink-2 wrap-anywhere">
            <bdi {...language}>{story.tagline}</bdi>
          </p>
        )}
        <p className="mt-2 flex flex-wrap gap-x-4 gap-y-0.5 text-small text-ink-2">
          <StatusChip status={story.status} />
          <span>{m.story_chapters({ number: chapterCount })}</span>
          <span>{m.story_words({ number: wordCount })}</span>
          <span>{ratingNames[rating]()}</span>
        </p>
        <TagLinks tags={story.tags} isPlain />
      </div>
    </article>
  );
}

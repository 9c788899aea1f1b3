import { storyPath } from "@muejam/contracts/address";
import type { StoryCard } from "@muejam/contracts/story";
import { Link } from "@tanstack/react-router";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate } from "../../lib/format.ts";
import { AuthorLink } from "./author-link.tsx";
import { messages } from "./messages.ts";
import { TagLinks } from "./tag-links.tsx";

export function StoryList({ stories }: { stories: readonly StoryCard[] }) {
  if (stories.length === 0) return <p className="py-6 font-book text-lead text-ink-2">{messages.empty}</p>;
  return (
    <ul>
      {stories.map((story) => (
        <li key={story.id} className="border-b border-line py-6">
          <StoryEntry story={story} />
        </li>
      ))}
    </ul>
  );
}

function StoryEntry({ story }: { story: StoryCard }) {
  const { status, rating, chapterCount, wordCount, lastPublishedAt } = story;
  return (
    <article>
      <h3 className="display text-h4 wrap-anywhere" {...inLanguage(story.language)}>
        <Link to={storyPath(story)} className="hover:underline">
          {story.title}
        </Link>
      </h3>
      <p className="text-small text-ink-2">
        {messages.by} <AuthorLink author={story.author} />
      </p>
      {story.tagline === "" ? null : (
        <p className="mt-2 font-book text-talk text-ink-2 italic wrap-anywhere" {...inLanguage(story.language)}>
          {story.tagline}
        </p>
      )}
      <p className="dotted mt-2 text-small text-ink-3">
        <span>{messages.statuses[status]}</span>
        <span>{messages.ratings[rating]}</span>
        <span>{messages.chapters(chapterCount)}</span>
        <span>{messages.words(wordCount)}</span>
        <time dateTime={lastPublishedAt}>{formatDate(lastPublishedAt)}</time>
      </p>
      <TagLinks tags={story.tags} />
    </article>
  );
}

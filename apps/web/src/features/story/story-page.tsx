import { chapterPath } from "@muejam/contracts/address";
import type { ChapterLine, StoryView } from "@muejam/contracts/story";
import { Link } from "@tanstack/react-router";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate, formatNumber } from "../../lib/format.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AboutStory } from "./about-story.tsx";
import { AuthorLink } from "./author-link.tsx";
import { Contents } from "./contents.tsx";
import { messages } from "./messages.ts";
import { storyTitle } from "./story-head.ts";
import { TagLinks } from "./tag-links.tsx";

export function StoryPage({ story, chapters }: { story: StoryView; chapters: readonly ChapterLine[] }) {
  useTitle(storyTitle(story));
  const [first] = chapters;
  const language = inLanguage(story.language);
  return (
    <article className="pt-8">
      <header className="max-w-190">
        <p className="text-talk text-ink-2">
          {messages.by} <AuthorLink author={story.author} />
        </p>
        <h1 className="display mt-2 text-title wrap-anywhere" {...language}>
          {story.title}
        </h1>
        {story.tagline === "" ? null : (
          <p className="mt-3 font-book text-lead text-ink-2 italic wrap-anywhere" {...language}>
            {story.tagline}
          </p>
        )}
        <Facts story={story} />
        {first ? (
          <Link to={chapterPath(story, first)} className="act-main">
            {messages.begin}
          </Link>
        ) : null}
      </header>
      <div className="mt-12 grid gap-x-18 gap-y-12 page:grid-cols-[minmax(0,1fr)_var(--rail)]">
        <div>
          <div className="max-w-160 font-book text-lead whitespace-pre-line wrap-anywhere" {...language}>
            {story.blurb}
          </div>
          <TagLinks tags={story.tags} />
          <Contents story={story} chapters={chapters} />
        </div>
        <AboutStory story={story} />
      </div>
    </article>
  );
}

function Facts({ story }: { story: StoryView }) {
  const { facts } = messages;
  return (
    <dl className="facts">
      <Fact name={facts.status} value={messages.statuses[story.status]} />
      <Fact name={facts.rating} value={messages.ratings[story.rating]} />
      <Fact name={facts.length} value={messages.words(story.wordCount)} />
      <Fact name={facts.followers} value={formatNumber(story.counts.followers)} />
      <Fact name={facts.applause} value={formatNumber(story.counts.applause)} />
      <Fact name={facts.updated} value={formatDate(story.lastPublishedAt)} />
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  );
}

import type { Position } from "@muejam/contracts/reading";
import type { ChapterLine, StoryView } from "@muejam/contracts/story";
import { minutesOf } from "@muejam/prose/words";
import { Cover, paperOf } from "@muejam/ui/cover";
import { Facts } from "@muejam/ui/facts";
import type { ReactNode } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatMinutes, formatNumber } from "../../lib/format.ts";
import { ratingNames } from "../../lib/story-names.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AboutStory } from "./about-story.tsx";
import { AuthorLink } from "./author-link.tsx";
import { Contents } from "./contents.tsx";
import { StatusChip } from "./status-chip.tsx";
import { storyTitle } from "./story-head.ts";
import { TagLinks } from "./tag-links.tsx";

type StoryPageProps = {
  story: StoryView;
  chapters: readonly ChapterLine[];
  /** Where its reader is in it. */
  position: Position | null;
  /** How far it goes, and what there is to do. */
  place: ReactNode;
};

export function StoryPage({ story, chapters, position, place }: StoryPageProps) {
  useTitle(storyTitle(story));
  const language = inLanguage(story.language);
  return (
    <article>
      <header data-paper={paperOf(story.id)} className="story-front">
        <Cover seed={story.id} title={story.title} by={story.author.displayName} />
        <div className="min-w-0 max-wide:contents">
          <p className="text-body text-ink-2 wide:text-talk">
            <AuthorLink author={story.author} />
          </p>
          <h1 className={`display mt-1 mb-1.5 wide:mt-2 wide:mb-2.5 ${sizeOf(story.title)} wrap-anywhere`}>
            <bdi {...language}>{story.title}</bdi>
          </h1>
          {story.tagline === "" ? null : (
            <p className="max-w-150 font-book text-talk/6.5 text-balance text-ink-2 wrap-anywhere max-wide:clear-both wide:text-h4/7.5">
              <bdi className="italic" {...language}>
                {story.tagline}
              </bdi>
            </p>
          )}
          <div className="mt-5.5 mb-6 max-wide:clear-both">
            <Facts pairs={factsOf(story)} />
          </div>
          {place}
        </div>
      </header>
      <div className="mt-11 grid gap-x-18 gap-y-12 page:grid-cols-[minmax(0,1fr)_var(--rail)]">
        <div className="min-w-0">
          <Blurb text={story.blurb} language={language} />
          <TagLinks tags={story.tags} />
          <Contents story={story} chapters={chapters} position={position} />
        </div>
        <AboutStory story={story} />
      </div>
    </article>
  );
}

/** As the front of a book: the longer the title, the smaller its letters. */
function sizeOf({ length }: string): string {
  if (length <= 40) return "text-title tracking-[-0.02em]";
  return length <= 90 ? "text-h1" : "text-h2";
}

function factsOf(story: StoryView) {
  const time = formatMinutes(minutesOf(story.wordCount, story.language));
  return [
    [m.story_facts_status(), <StatusChip key="status" status={story.status} />],
    [m.story_facts_length(), m.story_length({ words: m.story_words({ number: story.wordCount }), time })],
    [m.story_facts_rating(), ratingNames[story.rating]()],
    [m.story_facts_followers(), formatNumber(story.counts.followers)],
    [m.story_facts_applause(), formatNumber(story.counts.applause)],
  ] as const;
}

function Blurb({ text, language }: { text: string; language: ReturnType<typeof inLanguage> }) {
  return (
    <div className="max-w-165 font-book text-lead/7.5 wrap-anywhere" {...language}>
      {text
        .split("\n")
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, index) => (
          // Paragraphs of one text never change places.
          <p key={index} className="not-first:indent-[1.6em]">
            {paragraph}
          </p>
        ))}
    </div>
  );
}

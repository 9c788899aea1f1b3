import { storyPath } from "@muejam/contracts/address";
import type { StoryCard } from "@muejam/contracts/story";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { AuthorLink } from "./author-link.tsx";

export function StoryRow({ story }: { story: StoryCard }) {
  return (
    <article className="grid grid-cols-[44px_minmax(0,1fr)] gap-3.5">
      <Cover seed={story.id} title={story.title} by={story.author.displayName} isSmall />
      <div className="min-w-0">
        <h3 className="font-display text-body/5 font-semibold wrap-anywhere">
          <Link
            to={storyPath(story)}
            data-main=""
            className="inline-block min-h-6 min-w-11 py-0.5 hover:underline max-wide:-mt-5 max-wide:pt-5.5"
          >
            <bdi {...inLanguage(story.language)}>{story.title}</bdi>
          </Link>
        </h3>
        <p className="text-small/5 text-ink-3">
          <AuthorLink author={story.author} isQuiet />
        </p>
        <p className="mt-0.5 text-small text-ink-2">
          {m.story_chapters({ number: story.chapterCount })}, {m.story_words({ number: story.wordCount })}
        </p>
      </div>
    </article>
  );
}

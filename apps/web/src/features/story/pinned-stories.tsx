import { storyPath } from "@muejam/contracts/address";
import { Cover } from "@muejam/ui/cover";
import { SectionHead } from "@muejam/ui/section-head";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { inLanguage } from "../../lib/direction.ts";

/** What an author shows first; nothing where they have chosen nothing. */
export function PinnedStories({ handle }: { handle: string }) {
  const id = useId();
  const { data } = useSuspenseQuery(useApi().story.pinned.queryOptions({ handle }));
  if (data.stories.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-9">
      <SectionHead id={id} title={m.story_pinned()} />
      <ul className="mt-5 grid max-w-160 grid-cols-3 gap-4 wide:gap-8">
        {data.stories.map((story) => (
          <li key={story.id} className="min-w-0">
            <Link to={storyPath(story)} className="group block">
              <Cover seed={story.id} title={story.title} by={story.author.displayName} className="w-full" />
              <span className="mt-2.5 block font-display text-body/5 font-semibold wrap-anywhere group-hover:underline">
                <bdi {...inLanguage(story.language)}>{story.title}</bdi>
              </span>
            </Link>
            <p className="mt-0.5 text-small text-ink-2">{m.story_chapters({ number: story.chapterCount })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

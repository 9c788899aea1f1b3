import type { OwnStory } from "@muejam/contracts/story";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatAgo } from "../../lib/format.ts";
import { useNow } from "../../lib/use-now.ts";
import { StateMark } from "./state-mark.tsx";

export function StoryRow({ story }: { story: OwnStory }) {
  const now = useNow(60_000);
  const { chapterCount, wordCount, lastPublishedAt } = story;
  const facts = story.rights.includes("lead") ? [] : [m.write_stories_with({ name: story.author.displayName })];
  facts.push(
    ...(chapterCount > 0
      ? [m.write_stories_published({ count: chapterCount }), m.write_words({ number: wordCount })]
      : [m.write_stories_unpublished()]),
  );
  if (lastPublishedAt) facts.push(m.write_stories_latest({ when: formatAgo(lastPublishedAt, now) }));
  return (
    <li className="flex gap-4 border-b border-line py-5.5">
      <Cover
        seed={story.id}
        title={story.title}
        by={story.author.displayName}
        isSmall
        className="w-14 flex-none self-start"
      />
      <div className="min-w-0">
        <h2 className="display text-h3">
          <Link
            to="/write/$storyId"
            params={{ storyId: story.id }}
            className="wrap-anywhere hover:underline"
            {...inLanguage(story.language)}
          >
            {story.title}
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-2">
          <StateMark of={story.status} />
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
    </li>
  );
}

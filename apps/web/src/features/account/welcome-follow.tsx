import type { Me } from "@muejam/contracts/account";
import { storyPath } from "@muejam/contracts/address";
import type { StoryCard } from "@muejam/contracts/story";
import { Skeleton } from "@muejam/ui/skeleton";
import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { inLanguage } from "../../lib/direction.ts";
import { genreNames } from "../../lib/genre-names.ts";

const perGenre = 3;

type WelcomeFollowProps = { me: Me; follow: (story: StoryCard) => ReactNode };

/** Each story once, under the first of its genres that was chosen. */
export function WelcomeFollow({ me, follow }: WelcomeFollowProps) {
  const api = useApi();
  const tags = me.interests.length > 0 ? me.interests : [undefined];
  const lists = useQueries({
    queries: tags.map((tag) => api.story.list.queryOptions({ tag, limit: tag ? perGenre : 2 * perGenre })),
  });
  const isOwn = ({ author }: StoryCard) => me.profiles.some(({ id }) => id === author.id);
  const seen = new Set<string>();
  const groups = tags.map((tag, index) => ({
    title: tag ? m.account_welcome_follow_why({ genre: genreNames[tag]() }) : m.account_welcome_follow_why_all(),
    stories: (lists[index]?.data?.items ?? []).filter((story) => {
      const isNew = !isOwn(story) && !seen.has(story.id);
      seen.add(story.id);
      return isNew;
    }),
  }));
  if (lists.some(({ isPending }) => isPending)) return <WaitingToFollow />;
  if (groups.every(({ stories }) => stories.length === 0))
    return <p className="text-ink-2">{m.account_welcome_follow_empty()}</p>;
  return groups
    .filter(({ stories }) => stories.length > 0)
    .map(({ title, stories }) => (
      <section key={title} aria-label={title} className="mb-7">
        <h2 className="border-b border-line pb-2 text-small text-ink-2">{title}</h2>
        <ul>
          {stories.map((story) => (
            <li key={story.id} className="flex items-center justify-between gap-5 border-b border-line py-3">
              <div className="min-w-0">
                <Link
                  to={storyPath(story)}
                  {...inLanguage(story.language)}
                  className="font-display text-talk font-semibold wrap-anywhere hover:underline"
                >
                  {story.title}
                </Link>
                <p className="text-small text-ink-2 wrap-anywhere">
                  {m.account_welcome_follow_by()} <bdi>{story.author.displayName}</bdi>,{" "}
                  {m.account_welcome_follow_chapters({ count: story.chapterCount })}
                </p>
              </div>
              {follow(story)}
            </li>
          ))}
        </ul>
      </section>
    ));
}

function WaitingToFollow() {
  return (
    <p aria-busy="true">
      <Skeleton className="w-full text-h1" />
    </p>
  );
}

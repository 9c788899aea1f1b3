import { storyPath } from "@muejam/contracts/address";
import type { OwnStory } from "@muejam/contracts/story";
import { Skeleton } from "@muejam/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { inLanguage } from "../../lib/direction.ts";
import { formatNumber } from "../../lib/format.ts";
import { useTitle } from "../../lib/use-title.ts";
import { actLook } from "./act-look.ts";
import { Chapters } from "./chapters.tsx";
import { Company } from "./company.tsx";
import { PageFault } from "./fault.tsx";
import { StateMark } from "./state-mark.tsx";

export function DeskPage({ storyId }: { storyId: string }) {
  const own = useQuery(useApi().story.own.queryOptions({ id: storyId }));
  const story = own.data;
  useTitle(`${story?.title ?? m.write_desk_kicker()} · MueJam`);
  if (own.error) return <PageFault error={own.error} onRetry={() => void own.refetch()} />;
  return (
    <div className="pt-6">
      <Link to="/write" className="link inline-flex min-h-(--hit) items-center text-ui">
        {m.write_desk_back()}
      </Link>
      <header className="mt-1 mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 flex-1 basis-100">
          <p className="text-small text-ink-2">{m.write_desk_kicker()}</p>
          <h1 className="display text-h1 wrap-anywhere">
            {story ? (
              <bdi {...inLanguage(story.language)}>{story.title}</bdi>
            ) : (
              <Skeleton className="w-80 max-w-full" />
            )}
          </h1>
          {story ? <StateMark of={story.status} /> : null}
        </div>
        <div className="flex flex-wrap gap-3">
          <Link to="/write/$storyId/team" params={{ storyId }} className={actLook.line}>
            {m.write_desk_team()}
          </Link>
          {story?.rights.includes("publish") ? (
            <Link to="/write/$storyId/settings" params={{ storyId }} className={actLook.line}>
              {m.write_desk_settings()}
            </Link>
          ) : null}
        </div>
      </header>
      <hr className="rule" />
      {story ? (
        <>
          <Company stories={[story]} />
          <Facts story={story} />
          <PublicPage story={story} />
          <Chapters story={story} />
        </>
      ) : (
        <p aria-busy="true" className="pt-6 text-ink-2">
          {m.write_waiting()}
        </p>
      )}
    </div>
  );
}

function Facts({ story: { wordCount, chapterCount, counts } }: { story: OwnStory }) {
  const facts = [
    [chapterCount, m.write_desk_facts_chapters({ number: chapterCount })],
    [wordCount, m.write_desk_facts_words({ number: wordCount })],
    [counts.followers, m.write_desk_facts_followers({ number: counts.followers })],
    [counts.applause, m.write_desk_facts_applause()],
  ] as const;
  return (
    <dl className="desk-facts">
      {facts.map(([figure, name]) => (
        <div key={name}>
          <dt className="text-small text-ink-2">{name}</dt>
          <dd className="display text-h3">{formatNumber(figure)}</dd>
        </div>
      ))}
    </dl>
  );
}

function PublicPage({ story }: { story: OwnStory }) {
  if (story.chapterCount === 0) return <p className="mt-4 text-ui text-ink-2">{m.write_desk_not_public()}</p>;
  return (
    <a href={storyPath(story)} className="link mt-3 inline-flex min-h-(--hit) items-center text-ui">
      {m.write_desk_public_page()}
    </a>
  );
}

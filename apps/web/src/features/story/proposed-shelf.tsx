import { storyPath } from "@muejam/contracts/address";
import type { StoryCard } from "@muejam/contracts/story";
import { Cover } from "@muejam/ui/cover";
import { SectionHead } from "@muejam/ui/section-head";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { inLanguage } from "../../lib/direction.ts";
import { useSession } from "../../lib/use-session.ts";

/** Stories that a member has not found yet, of the genres they read. Its place is kept from the first paint. */
export function ProposedShelf() {
  const id = useId();
  const { state } = useSession();
  const options = useApi().story.proposed.queryOptions({ limit: 6 }, { enabled: state === "member" });
  const { data, isError } = useQuery(options);
  if (state === "visitor") return null;
  const isEmpty = data?.items.length === 0;
  return (
    <section aria-labelledby={id} aria-busy={!data && !isError} className="for-members mt-8 wide:mt-11">
      <SectionHead
        id={id}
        title={m.story_proposed_title()}
        aside={
          isEmpty ? null : (
            <Link to="/settings/reading" className="link inline-flex min-h-(--hit) items-center wide:min-h-6">
              {m.story_proposed_change()}
            </Link>
          )
        }
      />
      <p className="pt-2 text-small text-ink-3">{m.story_proposed_order()}</p>
      {isEmpty ? <Nothing /> : null}
      {isError && !data ? <p className="proposed-none">{m.story_proposed_failed()}</p> : null}
      {isEmpty || (isError && !data) ? null : (
        <ul className="proposed">
          {data ? data.items.map((story) => <Proposed key={story.id} story={story} />) : waiting}
        </ul>
      )}
    </section>
  );
}

function Proposed({ story }: { story: StoryCard }) {
  const { title, author, language } = story;
  return (
    <li data-item="">
      <Link to={storyPath(story)} data-main="" className="group block">
        <Cover seed={story.id} title={title} by={author.displayName} className="w-full" />
        <span className="mt-2.5 line-clamp-2 font-display text-body/5 font-semibold wrap-anywhere group-hover:underline">
          <bdi {...inLanguage(language)}>{title}</bdi>
        </span>
      </Link>
      <p className="mt-0.5 line-clamp-1 text-small text-ink-2 wrap-anywhere">
        <bdi>{author.displayName}</bdi>
      </p>
    </li>
  );
}

const waiting = [1, 2, 3, 4, 5, 6].map((place) => (
  <li key={place}>
    <span className="skeleton block aspect-2/3" />
  </li>
));

function Nothing() {
  return (
    <div className="proposed-none">
      <h3 className="display text-h4">{m.story_proposed_none()}</h3>
      <p className="mt-1 max-w-110 font-book text-talk text-ink-2">{m.story_proposed_about()}</p>
      <Link to="/settings/reading" className="act-line mt-5">
        {m.story_proposed_change()}
      </Link>
    </div>
  );
}

import { storyPath } from "@muejam/contracts/address";
import type { StoryCard } from "@muejam/contracts/story";
import { Cover } from "@muejam/ui/cover";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";

/** What will be here, and a story to make it so. */
export function NothingBegun({ first }: { first: StoryCard | undefined }) {
  return (
    <article className="continue-lead continue-begin">
      {first ? <Cover seed={first.id} title={first.title} by={first.author.displayName} /> : null}
      <div className="min-w-0">
        <h2 className="display text-h3">{m.reading_shelf_empty()}</h2>
        <p className="mt-2 max-w-120 font-book text-talk text-ink-2 wide:text-lead">{m.reading_shelf_about()}</p>
      </div>
      {first ? (
        <p className="continue-rest">
          <Link to={storyPath(first)} className="act-main max-wide:w-full">
            {/* A title of another script keeps its own order, and leaves ours to the words around it. */}
            {m.reading_shelf_begin({ title: `\u2068${first.title}\u2069` })}
          </Link>
        </p>
      ) : null}
    </article>
  );
}

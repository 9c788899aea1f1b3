import type { StoryCard } from "@muejam/contracts/story";
import { m } from "#messages";
import { StoryEntry } from "./story-entry.tsx";
import { StoryRow } from "./story-row.tsx";

type StoryListProps = {
  stories: readonly StoryCard[];
  /** Beside something else: a short row each. */
  isAside?: boolean;
};

export function StoryList({ stories, isAside = false }: StoryListProps) {
  if (stories.length === 0) return <Nothing />;
  return (
    <ol>
      {stories.map((story) => (
        <li key={story.id} data-item="" className={`border-b border-line ${isAside ? "py-3" : "py-5 wide:py-6.5"}`}>
          {isAside ? <StoryRow story={story} /> : <StoryEntry story={story} />}
        </li>
      ))}
    </ol>
  );
}

function Nothing() {
  return (
    <div className="border-b border-line py-6">
      <p className="display text-h4">{m.story_empty()}</p>
      <p className="mt-1 font-book text-talk text-ink-2">{m.story_empty_about()}</p>
    </div>
  );
}

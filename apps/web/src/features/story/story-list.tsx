import type { StoryCard } from "@muejam/contracts/story";
import { messages } from "./messages.ts";
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
      <p className="display text-h4">{messages.empty}</p>
      <p className="mt-1 font-book text-talk text-ink-2">{messages.emptyAbout}</p>
    </div>
  );
}

import { chapterPath, storyPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import type { ChapterLine } from "@muejam/contracts/story";
import { Link } from "@tanstack/react-router";
import { inLanguage } from "../../lib/direction.ts";
import { messages } from "./messages.ts";

/** On to the next chapter, back to the one before, or out to all of them. */
export function Turning({ chapter }: { chapter: ChapterView }) {
  const { story, previous, next } = chapter;
  return (
    <nav aria-label={messages.around} className="mt-10 border-t border-line pt-4">
      {next ? (
        <Turn story={story} to={next} word={messages.next} rel="next" />
      ) : (
        <p className="font-book text-lead text-ink-2">{messages.end}</p>
      )}
      {previous ? <Turn story={story} to={previous} word={messages.previous} rel="prev" /> : null}
      <Link
        to={storyPath(story)}
        activeOptions={{ exact: true }}
        className="link mt-2 inline-flex min-h-(--hit) items-center"
      >
        {messages.all}
      </Link>
    </nav>
  );
}

type TurnProps = { story: ChapterView["story"]; to: ChapterLine; word: string; rel: "next" | "prev" };

function Turn({ story, to, word, rel }: TurnProps) {
  return (
    <Link to={chapterPath(story, to)} rel={rel} className="group flex items-baseline gap-4.5 py-2">
      <span className="display text-h2 text-ink-3">{to.number}</span>
      <span>
        <span className="block text-small text-ink-2">{word}</span>
        <span className="display block text-h4 wrap-anywhere group-hover:underline" {...inLanguage(story.language)}>
          {to.title || messages.untitled(to.number)}
        </span>
      </span>
    </Link>
  );
}

import { chapterPath } from "@muejam/contracts/address";
import type { Position } from "@muejam/contracts/reading";
import type { ChapterLine, StoryCard } from "@muejam/contracts/story";
import { minutesOf } from "@muejam/prose/words";
import { SectionHead } from "@muejam/ui/section-head";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate, formatMinutes, formatNumber } from "../../lib/format.ts";

type ContentsProps = { story: StoryCard; chapters: readonly ChapterLine[]; position: Position | null };

/** All of it: a reader who looks for a chapter finds it with the browser's own search. */
export function Contents({ story, chapters, position }: ContentsProps) {
  const id = useId();
  const furthest = chapters.findIndex(({ number }) => number === position?.furthest.chapterNumber);
  return (
    <section aria-labelledby={id} className="mt-11.5">
      <SectionHead id={id} title={m.story_contents()} aside={m.story_contents_note()} hasRule />
      <ol className="contents-rows">
        {chapters.map((chapter, index) => (
          <Row key={chapter.id} story={story} chapter={chapter} state={stateOf(chapter, index <= furthest, position)} />
        ))}
      </ol>
    </section>
  );
}

type State = "here" | "read" | "new" | "unread";

function stateOf({ number, publishedAt }: ChapterLine, isBehind: boolean, position: Position | null): State {
  if (!position) return "unread";
  if (number === position.current.chapterNumber) return "here";
  if (isBehind) return "read";
  return publishedAt > position.current.at ? "new" : "unread";
}

const numerals: Record<State, string> = {
  here: "text-bottle",
  read: "text-ink-3",
  new: "text-marmalade-ink",
  unread: "text-ink-3",
};

function Row({ story, chapter, state }: { story: StoryCard; chapter: ChapterLine; state: State }) {
  const title = state === "read" ? "text-ink-2 font-regular" : "font-medium";
  return (
    <li className={state === "here" ? "here" : ""}>
      <span className={`pe-2 text-end font-display text-h4/6 font-medium digits ${numerals[state]}`}>
        {chapter.number}
      </span>
      <span className="min-w-0">
        <Link
          to={chapterPath(story, chapter)}
          aria-current={state === "here" ? "location" : undefined}
          className={`font-display text-[1.09375rem]/6 wrap-anywhere hover:underline ${title}`}
        >
          <bdi {...inLanguage(story.language)}>
            {chapter.title || m.story_untitled({ number: formatNumber(chapter.number) })}
          </bdi>
        </Link>
        {state === "here" ? <span className="block text-small text-ink-2">{m.story_you_stopped()}</span> : null}
      </span>
      <time dateTime={chapter.publishedAt} className="text-small text-ink-2">
        {state === "new" ? <span className="me-2 font-semibold text-marmalade-ink">{m.story_new_word()}</span> : null}
        {formatDate(chapter.publishedAt)}
      </time>
      <span className="text-end text-small text-ink-2">{formatMinutes(minutesOf(chapter.words, story.language))}</span>
    </li>
  );
}

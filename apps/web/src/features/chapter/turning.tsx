import { chapterPath, storyPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatNumber } from "../../lib/format.ts";

/** On to the next chapter, back to the one before, or out to all of them. */
export function Turning({ chapter: { story, previous, next } }: { chapter: ChapterView }) {
  return (
    <nav aria-label={m.chapter_around()}>
      <hr className="rule" />
      {next ? (
        <Link to={chapterPath(story, next)} rel="next" className="group flex items-baseline gap-4.5 py-4">
          <span className="font-display text-[2.125rem]/9 text-ink-3 lining-nums">{next.number}</span>
          <span className="min-w-0">
            <span className="display block text-[1.3125rem]/6.75 wrap-anywhere group-hover:underline">
              <bdi {...inLanguage(story.language)}>
                {next.title || m.chapter_untitled({ number: formatNumber(next.number) })}
              </bdi>
            </span>
            <span className="text-ui text-ink-2">{m.chapter_next()}</span>
          </span>
        </Link>
      ) : (
        <p className="py-4 font-book text-lead text-ink-2">
          {story.status === "completed" ? m.chapter_ended() : m.chapter_end()}
        </p>
      )}
      <p className="flex flex-wrap gap-x-6 border-t border-line text-ui">
        {previous ? (
          <Link to={chapterPath(story, previous)} rel="prev" className="link inline-flex min-h-11 items-center">
            {m.chapter_previous()}
          </Link>
        ) : null}
        <Link to={storyPath(story)} className="link inline-flex min-h-11 items-center">
          {m.chapter_all()}
        </Link>
      </p>
    </nav>
  );
}

import { chapterPath } from "@muejam/contracts/address";
import type { ChapterLine, StoryView } from "@muejam/contracts/story";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate } from "../../lib/format.ts";
import { messages } from "./messages.ts";

/** All of it: a reader who looks for a chapter finds it with the browser's own search. */
export function Contents({ story, chapters }: { story: StoryView; chapters: readonly ChapterLine[] }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-12">
      <hr className="rule" />
      <div className="flex items-baseline justify-between gap-4 border-b border-line pt-3 pb-2.5">
        <h2 id={id} className="display text-h4">
          {messages.contents}
        </h2>
        <p className="text-small text-ink-2">{messages.contentsNote}</p>
      </div>
      <ol className="contents-rows">
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <span className="display text-h4 text-ink-3 digits">{chapter.number}</span>
            <Link to={chapterPath(story, chapter)} className="display text-lead wrap-anywhere hover:underline">
              <span {...inLanguage(story.language)}>{chapter.title || messages.untitled(chapter.number)}</span>
            </Link>
            <span className="text-small text-ink-2">{messages.words(chapter.words)}</span>
            <time dateTime={chapter.publishedAt} className="text-small text-ink-2">
              {formatDate(chapter.publishedAt)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

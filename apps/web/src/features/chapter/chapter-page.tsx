import { profilePath, storyPath } from "@muejam/contracts/address";
import type { ChapterView } from "@muejam/contracts/reading";
import { Link } from "@tanstack/react-router";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate } from "../../lib/format.ts";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AuthorNote } from "./author-note.tsx";
import { chapterTitle } from "./chapter-head.ts";
import { messages } from "./messages.ts";
import { Prose } from "./prose.tsx";
import { Turning } from "./turning.tsx";

export function ChapterPage({ chapter }: { chapter: ChapterView }) {
  const { story } = chapter;
  const language = inLanguage(story.language);
  useTitle(titled(chapterTitle(chapter)));
  return (
    <article className="mx-auto max-w-(--measure) pt-10">
      <header>
        <p className="text-ui text-ink-2 wrap-anywhere">
          <Link
            to={storyPath(story)}
            activeOptions={{ exact: true }}
            className="font-semibold text-ink hover:underline"
            {...language}
          >
            {story.title}
          </Link>
          , {messages.by}{" "}
          <Link to={profilePath(story.author)} rel="author" className="hover:underline">
            <bdi>{story.author.displayName}</bdi>
          </Link>
        </p>
        <p aria-hidden="true" className="opening-number">
          {chapter.number}
        </p>
        <h1 className="display mt-2.5 text-h1 wrap-anywhere" {...language}>
          {chapter.title || messages.untitled(chapter.number)}
        </h1>
        <p className="dotted mt-2 mb-4.5 text-small text-ink-3">
          <span>{messages.words(chapter.words)}</span>
          <Day name={messages.published} at={chapter.publishedAt} />
          {chapter.revisedAt === chapter.publishedAt ? null : <Day name={messages.revised} at={chapter.revisedAt} />}
        </p>
        <hr className="rule" />
      </header>
      <AuthorNote label={messages.noteBefore} text={chapter.noteBefore} language={story.language} />
      <Prose edition={`${chapter.id} ${chapter.edition}`} html={chapter.html} language={story.language} />
      <p aria-hidden="true" className="my-10 text-center font-book text-h4 text-ink-2">
        ⁂
      </p>
      <AuthorNote label={messages.noteAfter} text={chapter.noteAfter} language={story.language} />
      <p className="mt-7 text-ui text-ink-2">{messages.applause(chapter.applauseCount)}</p>
      <Turning chapter={chapter} />
    </article>
  );
}

function Day({ name, at }: { name: string; at: string }) {
  return (
    <span>
      {name} <time dateTime={at}>{formatDate(at)}</time>
    </span>
  );
}

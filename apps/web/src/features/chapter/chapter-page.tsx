import type { ChapterView } from "@muejam/contracts/reading";
import { type ReactNode, useRef } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { formatDate, formatNumber } from "../../lib/format.ts";
import { titled } from "../../lib/head.ts";
import { useTitle } from "../../lib/use-title.ts";
import { AuthorNote } from "./author-note.tsx";
import { chapterTitle } from "./chapter-head.ts";
import { PlaceOffer } from "./place-offer.tsx";
import { Prose } from "./prose.tsx";
import { ReadingBar } from "./reading-bar.tsx";
import { ReadingFoot } from "./reading-foot.tsx";
import { Turning } from "./turning.tsx";
import { useChapterHere } from "./use-chapter-here.ts";
import { usePlace } from "./use-place.ts";
import { usePrivatePictures } from "./use-private-pictures.ts";
import { useProgress } from "./use-progress.ts";
import { useTurningKeys } from "./use-turning-keys.ts";

type ChapterPageProps = {
  chapter: ChapterView;
  /** What a reader can do once they have read it. */
  acts: ReactNode;
  themes: ReactNode;
};

export function ChapterPage({ chapter, acts, themes }: ChapterPageProps) {
  const { story, noteBefore, noteAfter } = chapter;
  const prose = useRef<HTMLDivElement>(null);
  const progress = useProgress(prose);
  const here = useChapterHere(chapter);
  const note = { author: story.author.displayName, language: story.language };
  useTitle(titled(chapterTitle(chapter)));
  useTurningKeys(chapter);
  usePlace(chapter, prose);
  usePrivatePictures(prose, `${chapter.id} ${chapter.edition}`);
  return (
    <>
      <a href="#main" className="skip">
        {m.chapter_skip()}
      </a>
      <ReadingBar chapter={chapter} themes={themes} />
      <main id="main" tabIndex={-1} className="reading">
        <article>
          <Opener chapter={chapter} />
          <AuthorNote {...note} where={m.chapter_note_before()} text={noteBefore} />
          <Prose
            at={prose}
            edition={`${chapter.id} ${chapter.edition}`}
            html={chapter.html}
            language={story.language}
          />
          <p aria-hidden="true" className="mt-10 mb-9 text-center font-book text-h3 text-ink-2">
            ⁂
          </p>
          <AuthorNote {...note} where={m.chapter_note_after()} text={noteAfter} />
          <div className="my-7 flex flex-wrap items-center gap-3">{acts}</div>
          <p className="mb-9 text-small text-ink-3">
            {m.chapter_facts({ number: chapter.words, published: formatDate(chapter.publishedAt) })}
            {chapter.revisedAt === chapter.publishedAt
              ? null
              : m.chapter_revised({ date: formatDate(chapter.revisedAt) })}
          </p>
          <Turning chapter={chapter} />
        </article>
      </main>
      <PlaceOffer chapter={chapter} prose={prose} />
      <ReadingFoot chapter={chapter} progress={progress} furthest={here?.position?.furthest.chapterNumber ?? 0} />
    </>
  );
}

function Opener({ chapter: { number, title, story } }: { chapter: ChapterView }) {
  return (
    <header className="mb-6.5 wide:mb-10" {...inLanguage(story.language)}>
      <span aria-hidden="true" className="opening-number">
        {number}
      </span>
      <h1 className="display opening-title wrap-anywhere">
        {title || m.chapter_untitled({ number: formatNumber(number) })}
      </h1>
      <hr className="rule" />
    </header>
  );
}

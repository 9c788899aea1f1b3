import { chapterPath } from "@muejam/contracts/address";
import type { ChapterLine, StoryCard } from "@muejam/contracts/story";
import { minutesOf } from "@muejam/prose/words";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { m } from "#messages";
import { formatDate, formatMinutes, formatNumber } from "../../lib/format.ts";
import { nextStep, threadsOf } from "./standing.ts";
import { StitchOf } from "./stitch-of.tsx";
import { usePosition } from "./use-position.ts";

type StoryPlaceProps = { story: StoryCard; chapters: readonly ChapterLine[]; children: ReactNode };

/** How far a story goes, how far its reader is, and the one loud thing to do about it. `children` stand beside it. */
export function StoryPlace({ story, chapters, children }: StoryPlaceProps) {
  const { position, isKnown } = usePosition(story.ref);
  const newest = formatDate(story.lastPublishedAt);
  const left = position ? nextStep(chapters, position) : null;
  const here =
    position &&
    (left ? m.reading_you_are_in({ number: formatNumber(position.current.chapterNumber) }) : m.reading_all_read());
  return (
    <div data-settled={isKnown} className="settles">
      <div className="max-w-190">
        <StitchOf threads={threadsOf(chapters, position)} position={position} look="tall" />
        <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-small text-ink-2">
          <span>{here ?? m.reading_chapters({ number: chapters.length })}</span>
          <span>
            {story.status === "completed" ? m.reading_ended({ date: newest }) : m.reading_newest({ date: newest })}
          </span>
        </p>
      </div>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Step story={story} chapters={chapters} left={left} perMille={position?.current.perMille ?? null} />
        {children}
      </div>
    </div>
  );
}

type StepProps = {
  story: StoryCard;
  chapters: readonly ChapterLine[];
  left: ReturnType<typeof nextStep>;
  /** Null before anything was read. */
  perMille: number | null;
};

function Step({ story, chapters, left, perMille }: StepProps) {
  const chapter = left?.chapter ?? chapters[0];
  if (!chapter) return null;
  const minutes = minutesOf(chapter.words, story.language);
  const isWithin = left?.hash !== undefined && perMille !== null;
  const [words, fact] = isWithin
    ? [
        m.reading_go_on({ number: formatNumber(chapter.number) }),
        m.reading_left({ minutes: formatMinutes(minutes * (1 - perMille / 1000)) }),
      ]
    : [
        perMille === null
          ? m.reading_begin()
          : left
            ? m.reading_go_on_to({ number: formatNumber(chapter.number) })
            : m.reading_again(),
        m.reading_takes({ minutes: formatMinutes(minutes) }),
      ];
  return (
    <Link to={chapterPath(story, chapter)} hash={left?.hash ?? ""} className="act-main max-wide:w-full">
      {words}
      <span className="font-regular opacity-90">{fact}</span>
    </Link>
  );
}

import type { ChapterView } from "@muejam/contracts/reading";
import { minutesOf } from "@muejam/prose/words";
import { Stitch, type Thread } from "@muejam/ui/stitch";
import { m } from "#messages";
import { directionOf } from "../../lib/direction.ts";
import { formatMinutes, formatNumber } from "../../lib/format.ts";
import type { Progress } from "./page-blocks.ts";

type ReadingFootProps = { chapter: ChapterView; progress: Progress | null; furthest: number };

/** `furthest` is the number of the last chapter that its reader came to, here or elsewhere. */
export function ReadingFoot({ chapter: { story, number, words }, progress, furthest }: ReadingFootProps) {
  const perMille = progress?.perMille ?? 0;
  const count = Math.max(number, story.chapterCount);
  const threads = Array.from({ length: count }, (_, index): Thread => {
    if (index + 1 === number) return perMille === 1000 ? "read" : { here: perMille };
    return index < furthest ? "read" : "unread";
  });
  const left = minutesOf(words, story.language) * (1 - perMille / 1000);
  return (
    <footer className="reading-foot">
      {/* It fills as its story is read. */}
      <div dir={directionOf(story.language)}>
        <Stitch
          label={m.chapter_foot_stitch({
            number: formatNumber(number),
            of: formatNumber(count),
            percent: formatNumber(Math.round(perMille / 10)),
          })}
          threads={threads}
          look="place"
        />
      </div>
      <p className="flex justify-between gap-4 text-micro/8.5 text-ink-3">
        <span className="truncate">
          {m.chapter_foot_place({ number: formatNumber(number) })}
          {progress && progress.paragraphs > 0
            ? m.chapter_foot_paragraph({
                paragraph: formatNumber(progress.paragraph),
                of: formatNumber(progress.paragraphs),
              })
            : null}
        </span>
        <span className="shrink-0">
          {perMille === 1000 ? m.chapter_foot_read() : m.chapter_foot_left({ minutes: formatMinutes(left) })}
        </span>
      </p>
    </footer>
  );
}

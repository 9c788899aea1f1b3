import type { ChapterView } from "@muejam/contracts/reading";
import { minutesOf } from "@muejam/prose/words";
import { Stitch, type Thread } from "@muejam/ui/stitch";
import { messages } from "./messages.ts";
import type { Progress } from "./page-blocks.ts";

type ReadingFootProps = { chapter: ChapterView; progress: Progress | null; furthest: number };

/** `furthest` is the number of the last chapter that its reader came to, here or elsewhere. */
export function ReadingFoot({ chapter: { story, number, words }, progress, furthest }: ReadingFootProps) {
  const { foot } = messages;
  const perMille = progress?.perMille ?? 0;
  const count = Math.max(number, story.chapterCount);
  const threads = Array.from({ length: count }, (_, index): Thread => {
    if (index + 1 === number) return perMille === 1000 ? "read" : { here: perMille };
    return index < furthest ? "read" : "unread";
  });
  const left = minutesOf(words, story.language) * (1 - perMille / 1000);
  return (
    <footer className="reading-foot">
      <Stitch label={foot.stitch(number, count, Math.round(perMille / 10))} threads={threads} look="place" />
      <p className="flex justify-between gap-4 text-micro/8.5 text-ink-3">
        <span className="truncate">
          {foot.place(number)}
          {progress && progress.paragraphs > 0 ? foot.paragraph(progress.paragraph, progress.paragraphs) : null}
        </span>
        <span className="shrink-0">{perMille === 1000 ? foot.read : foot.left(left)}</span>
      </p>
    </footer>
  );
}

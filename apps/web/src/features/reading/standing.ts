import type { Continuation, Position } from "@muejam/contracts/reading";
import type { ChapterLine } from "@muejam/contracts/story";
import type { Thread } from "@muejam/ui/stitch";

/** From here on a chapter counts as read: few scroll past its very last line. */
export const readPerMille = 985;

type Line = Pick<ChapterLine, "number" | "publishedAt">;

/** One thread a chapter, in the author's order. */
export function threadsOf(chapters: readonly Line[], position: Position | null): Thread[] {
  if (!position) return chapters.map(() => "unread");
  const { current, furthest } = position;
  const furthestIndex = chapters.findLastIndex(({ number }) => number === furthest.chapterNumber);
  return chapters.map(({ number, publishedAt }, index) => {
    if (number === current.chapterNumber && !isRead(current)) return { here: current.perMille };
    if (index <= furthestIndex || number === current.chapterNumber) return "read";
    return publishedAt > current.at ? "new" : "unread";
  });
}

/** The same, where only counts are known: what is not unread is read. */
export function threadsBegun({ story, position: { current, furthest }, unread }: Continuation): Thread[] {
  const read = Math.max(1, story.chapterCount - unread);
  const back = Math.max(0, furthest.chapterNumber - current.chapterNumber);
  const here = Math.max(0, read - 1 - back);
  return Array.from({ length: Math.max(read, story.chapterCount) }, (_, index) => {
    if (index === here && !isRead(current)) return { here: current.perMille };
    if (index < read) return "read";
    return index === story.chapterCount - 1 && story.lastPublishedAt > current.at ? "new" : "unread";
  });
}

export const isRead = ({ perMille }: { perMille: number }): boolean => perMille >= readPerMille;

/** Where to go on: the chapter one is in, or the one after it. Null when all there is has been read. */
export function nextStep(
  chapters: readonly ChapterLine[],
  position: Position,
): { chapter: ChapterLine; hash?: string } | null {
  const { chapterNumber, block } = position.current;
  const index = chapters.findIndex(({ number }) => number === chapterNumber);
  const chapter = chapters[index];
  if (chapter && !isRead(position.current)) return { chapter, hash: `b-${block}` };
  const next = chapters[index + 1];
  return next ? { chapter: next } : null;
}

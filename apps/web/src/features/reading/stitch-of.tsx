import type { Position } from "@muejam/contracts/reading";
import { Stitch, type Thread } from "@muejam/ui/stitch";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

type StitchOfProps = { threads: readonly Thread[]; position: Position | null; look?: "plain" | "tall" };

export function StitchOf({ threads, position, look = "plain" }: StitchOfProps) {
  return <Stitch label={sentenceOf(threads, position)} threads={threads} look={look} />;
}

export function sentenceOf(threads: readonly Thread[], position: Position | null): string {
  if (!position) return m.reading_chapters({ number: threads.length });
  const count = (kind: Thread) => threads.filter((thread) => thread === kind).length;
  const here = threads.find((thread) => typeof thread === "object");
  return [
    m.reading_stitch_read({ read: formatNumber(count("read")), of: formatNumber(threads.length) }),
    ...(here
      ? [
          m.reading_stitch_here({
            number: formatNumber(position.current.chapterNumber),
            percent: formatNumber(Math.round(here.here / 10)),
          }),
        ]
      : []),
    ...(count("new") > 0 ? [m.reading_stitch_more({ count: formatNumber(count("new")) })] : []),
  ].join(", ");
}

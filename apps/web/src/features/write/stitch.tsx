import type { ChapterState } from "@muejam/contracts/story";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

const threads: Record<ChapterState, string> = {
  published: "bg-bottle",
  draft: "border border-dashed border-edge",
  unpublished: "bg-ink-3/30",
};

/** A thread for each chapter, in the author's order. */
export function Stitch({ states }: { states: readonly ChapterState[] }) {
  const count = (state: ChapterState) => states.filter((other) => other === state).length;
  const [draft, unpublished] = [count("draft"), count("unpublished")];
  const label = [
    m.write_desk_stitch_published({ count: formatNumber(count("published")) }),
    ...(draft > 0 ? [m.write_desk_stitch_draft({ number: draft })] : []),
    ...(unpublished > 0 ? [m.write_desk_stitch_unpublished({ count: formatNumber(unpublished) })] : []),
  ].join(", ");
  return (
    <div className="my-4">
      <div role="img" aria-label={label} className="flex h-2.25 gap-0.75">
        {states.map((state, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a thread is its place and nothing else
          <span key={index} className={`min-w-0.5 flex-1 rounded-[1px] ${threads[state]}`} />
        ))}
      </div>
      <p aria-hidden="true" className="mt-2 text-small text-ink-2">
        {label}
      </p>
    </div>
  );
}

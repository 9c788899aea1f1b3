import type { ChapterState } from "@muejam/contracts/story";
import { Stitch } from "@muejam/ui/stitch";
import { m } from "#messages";
import { formatNumber } from "../../lib/format.ts";

const threads = { published: "read", draft: "draft", unpublished: "unread" } as const;

/** A thread for each chapter, in the author's order. */
export function DeskStitch({ states }: { states: readonly ChapterState[] }) {
  const count = (state: ChapterState) => states.filter((other) => other === state).length;
  const [draft, unpublished] = [count("draft"), count("unpublished")];
  const label = [
    m.write_desk_stitch_published({ count: formatNumber(count("published")) }),
    ...(draft > 0 ? [m.write_desk_stitch_draft({ number: draft })] : []),
    ...(unpublished > 0 ? [m.write_desk_stitch_unpublished({ count: formatNumber(unpublished) })] : []),
  ].join(", ");
  return (
    <div className="my-4">
      <Stitch look="tall" label={label} threads={states.map((state) => threads[state])} />
      <p aria-hidden="true" className="mt-2 text-small text-ink-2">
        {label}
      </p>
    </div>
  );
}

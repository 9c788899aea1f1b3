import { type Thread, thinned } from "./threads.ts";

export type { Thread } from "./threads.ts";

type StitchProps = {
  /** The same in a sentence. */
  label: string;
  threads: readonly Thread[];
  /** `place` gives the one thread that somebody is in the most room. */
  look?: "plain" | "tall" | "place";
};

const looks = { plain: "stitch", tall: "stitch stitch-tall", place: "stitch stitch-place" };

/** One thread a part. */
export function Stitch({ label, threads, look = "plain" }: StitchProps) {
  const drawn = thinned(threads);
  return (
    <div role="img" aria-label={label} className={drawn.length > 40 ? `${looks[look]} stitch-fine` : looks[look]}>
      {drawn.map((thread, index) =>
        typeof thread === "string" ? (
          // Threads never change places.
          <i key={index} className={`thread-${thread}`} />
        ) : (
          <svg key={index} className="thread-here">
            <rect width={`${thread.here / 10}%`} height="100%" />
          </svg>
        ),
      )}
    </div>
  );
}

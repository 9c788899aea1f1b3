import type { RevisionCause } from "@muejam/contracts/revision";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Head = {
  version: number;
  updatedAt: Date;
  journalId: string | null;
  pointVersion: number | null;
  pointAt: Date | null;
  pointCause: string | null;
};

/** Whether the draft as it stands is kept before the next save changes it. */
export function causeOfPoint(
  head: Head,
  now: Date,
  { journalId, isMerge }: { journalId: string; isMerge?: boolean | undefined },
): RevisionCause | null {
  const { version, updatedAt, pointVersion, pointAt } = head;
  if (version === 0 || version === pointVersion) return null;
  if (now.getTime() - updatedAt.getTime() >= 5 * minute) return "pause";
  const cause = isMerge ? "merge" : "device";
  if (!isMerge && (head.journalId === null || head.journalId === journalId)) return null;
  // Two who write at the same time take turns, and meet, each second. What comes before the first meeting is kept.
  if (isMerge && head.pointCause !== "merge") return cause;
  return pointAt === null || now.getTime() - pointAt.getTime() >= 5 * minute ? cause : null;
}

type Point = { id: string; at: Date };

/**
 * Which of a chapter's own save points go: of those older than a day the last of each hour stays, of those older than a
 * week that of each day, and after ninety days that of each week. What somebody kept or published is not asked about.
 */
export function thinned(points: readonly Point[], now: Date): string[] {
  const kept = new Set<string>();
  return points
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ id, at }) => {
      const width = widthAt(now.getTime() - at.getTime());
      const slot = `${width} ${Math.floor(at.getTime() / Math.max(1, width))}`;
      if (width === 0 || !kept.has(slot)) {
        kept.add(slot);
        return [];
      }
      return [id];
    });
}

function widthAt(age: number): number {
  if (age < day) return 0;
  if (age < 7 * day) return hour;
  return age < 90 * day ? day : 7 * day;
}

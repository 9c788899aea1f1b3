import { type Badge, BadgeKind } from "@muejam/contracts/badge";
import type { Db } from "@muejam/db";

export type Face = {
  id: string;
  handle: string;
  firstChapter: { id: string; at: string } | null;
  completedStoryId: string | null;
  storyCount: number;
  followerCount: number;
  weeks: number[];
  held: string[];
};

/** Of the faces that everybody can see, what can be seen of each. Reads what others own, to ask once for all of it. */
export async function findFaces(db: Db, ids: readonly string[]): Promise<Face[]> {
  return db.$queryRaw<Face[]>`
    SELECT profile.id, handle::text AS handle, story_count AS "storyCount", follower_count AS "followerCount",
      (SELECT jsonb_build_object('id', chapter.id, 'at', published_at) FROM chapter JOIN story ON story.id = story_id
        WHERE lead_id = profile.id AND state = 'published' ORDER BY published_at, chapter.id LIMIT 1) AS "firstChapter",
      (SELECT id FROM story WHERE lead_id = profile.id AND status = 'completed' AND chapter_count > 0
        ORDER BY last_published_at, id LIMIT 1) AS "completedStoryId",
      ARRAY(SELECT DISTINCT ((published_at AT TIME ZONE 'UTC')::date - date '1970-01-05') / 7 AS week
        FROM chapter JOIN story ON story.id = story_id WHERE lead_id = profile.id AND state = 'published'
        ORDER BY week) AS weeks,
      ARRAY(SELECT kind FROM badge WHERE profile_id = profile.id) AS held
    FROM profile WHERE profile.id = ANY (${ids}::uuid[]) AND profile.state = 'active'`;
}

/** Faces that may have earned something, by their ids. */
export async function listCandidates(db: Db, { after, take }: { after: string; take: number }): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM profile WHERE id > ${after}::uuid AND state = 'active' AND (story_count > 0 OR follower_count > 0)
    ORDER BY id LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

export type NewBadge = { profileId: string; kind: BadgeKind; cause: string };

/** Those that were not there yet. */
export async function insertBadges(
  db: Db,
  badges: readonly NewBadge[],
  awardedAt: Date,
): Promise<{ profileId: string; kind: BadgeKind }[]> {
  const rows = await db.badge.createManyAndReturn({
    data: badges.map((badge) => ({ ...badge, awardedAt })),
    skipDuplicates: true,
    select: { profileId: true, kind: true },
  });
  return rows.map(({ profileId, kind }) => ({ profileId, kind: BadgeKind.parse(kind) }));
}

/** False when there was none. */
export async function deleteBadge(db: Db, profileId: string, kind: BadgeKind): Promise<boolean> {
  const { count } = await db.badge.deleteMany({ where: { profileId, kind } });
  return count === 1;
}

export async function listOf(db: Db, profileId: string): Promise<Badge[]> {
  const rows = await db.badge.findMany({
    where: { profileId },
    orderBy: [{ awardedAt: "asc" }, { kind: "asc" }],
    select: { kind: true, awardedAt: true },
  });
  return rows.map(({ kind, awardedAt }) => ({ kind: BadgeKind.parse(kind), awardedAt: awardedAt.toISOString() }));
}

export async function findLeadId(db: Db, storyId: string): Promise<string | null> {
  const row = await db.story.findUnique({ where: { id: storyId }, select: { leadId: true } });
  return row?.leadId ?? null;
}

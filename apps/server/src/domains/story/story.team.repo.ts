import { ProfileState } from "@muejam/contracts/profile";
import { StoryRight } from "@muejam/contracts/story";
import type { Db, Prisma } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

export type Standing = { id: string; ref: string; title: string; leadId: string; rights: StoryRight[] };

/** What this face has in hand here; null outside the team, and for all where the lead is gone. */
export async function findStanding(db: Db, storyId: string, profileId: string): Promise<Standing | null> {
  const [row] = await db.$queryRaw<(Omit<Standing, "rights"> & { rights: string[] })[]>`
    SELECT story.id, ref, title, lead_id AS "leadId", rights
    FROM collaborator JOIN story ON story.id = story_id JOIN profile AS lead ON lead.id = lead_id
    WHERE story_id = ${storyId}::uuid AND profile_id = ${profileId}::uuid AND lead.state <> 'closed'`;
  return row ? { ...row, rights: StoryRight.array().parse(row.rights) } : null;
}

export type MemberRow = Subject & { id: string; handle: string; displayName: string; rights: StoryRight[] };

/** The lead first, then those who have been there longest. */
export async function listMembers(
  db: Db,
  { storyId, columns, where }: { storyId: string; columns: SubjectColumns; where: Prisma.Sql },
): Promise<MemberRow[]> {
  const rows = await db.$queryRaw<(Omit<MemberRow, "rights" | "state"> & { rights: string[]; state: string })[]>`
    SELECT profile.id, handle::text AS handle, display_name AS "displayName", rights, ${decisive(columns)}
    FROM collaborator JOIN profile ON profile.id = profile_id
    WHERE story_id = ${storyId}::uuid AND ${where}
    ORDER BY 'lead' = ANY (rights) DESC, joined_at, profile.id`;
  return rows.map(({ rights, state, ...row }) => ({
    ...row,
    rights: StoryRight.array().parse(rights),
    state: ProfileState.parse(state),
  }));
}

type Part = { storyId: string; profileId: string };

/** Its short address, so that what was read of it goes; null when they have a part already. */
export async function insertPart(
  db: Db,
  { storyId, profileId, rights, at }: Part & { rights: readonly string[]; at: Date },
): Promise<{ id: string; ref: string } | null> {
  const [row] = await db.$queryRaw<{ id: string; ref: string }[]>`
    WITH joined AS (
      INSERT INTO collaborator (story_id, profile_id, rights, joined_at)
      VALUES (${storyId}::uuid, ${profileId}::uuid, ${rights}::text[], ${at}) ON CONFLICT DO NOTHING RETURNING story_id
    )
    SELECT id, ref FROM story JOIN joined ON joined.story_id = id`;
  return row ?? null;
}

/** False when there is none, and for the lead. */
export async function updatePart(db: Db, part: Part, rights: readonly string[]): Promise<boolean> {
  const where = { ...part, NOT: { rights: { has: "lead" } } };
  const { count } = await db.collaborator.updateMany({ where, data: { rights: [...rights] } });
  return count === 1;
}

/** The same. */
export async function deletePart(db: Db, part: Part): Promise<boolean> {
  const { count } = await db.collaborator.deleteMany({ where: { ...part, NOT: { rights: { has: "lead" } } } });
  return count === 1;
}

/** What each of two faces has a part in that the other leads. */
export const deletePartsBetween = (db: Db, one: string, other: string): Promise<(Part & { ref: string })[]> =>
  db.$queryRaw<(Part & { ref: string })[]>`
    DELETE FROM collaborator USING story
    WHERE story.id = story_id AND (profile_id, lead_id) IN ((${one}::uuid, ${other}::uuid), (${other}::uuid, ${one}::uuid))
    RETURNING story_id AS "storyId", profile_id AS "profileId", ref`;

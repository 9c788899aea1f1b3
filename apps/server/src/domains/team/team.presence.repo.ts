import { ProfileState } from "@muejam/contracts/profile";
import type { Db, Prisma } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

export type Place = { storyId: string; profileId: string; chapterId: string };
export type PresentRow = Subject & {
  storyId: string;
  chapterId: string;
  number: number | null;
  title: string;
  id: string;
  handle: string;
  displayName: string;
};

type Query = { askerId: string; places: readonly Place[]; columns: SubjectColumns; where: Prisma.Sql };

/**
 * Those of these places that are true for the asker: both are of the team, the chapter is the story's, and whoever is
 * there minds nobody knowing.
 */
export async function listPresent(db: Db, { askerId, places, columns, where }: Query): Promise<PresentRow[]> {
  const ids = (name: keyof Place) => places.map((place) => place[name]);
  const rows = await db.$queryRaw<(Omit<PresentRow, "state"> & { state: string })[]>`
    SELECT here.story_id AS "storyId", here.chapter_id AS "chapterId", chapter.number, draft.title,
      profile.id, profile.handle::text AS handle, profile.display_name AS "displayName", ${decisive(columns)}
    FROM unnest(${ids("storyId")}::uuid[], ${ids("profileId")}::uuid[], ${ids("chapterId")}::uuid[])
      AS here (story_id, profile_id, chapter_id)
    JOIN collaborator AS own ON own.story_id = here.story_id AND own.profile_id = ${askerId}::uuid
    JOIN collaborator AS theirs ON theirs.story_id = here.story_id AND theirs.profile_id = here.profile_id
    JOIN story ON story.id = here.story_id
    JOIN profile AS lead ON lead.id = story.lead_id AND lead.state <> 'closed'
    JOIN chapter ON chapter.id = here.chapter_id AND chapter.story_id = here.story_id
    JOIN draft ON draft.chapter_id = chapter.id
    JOIN profile ON profile.id = here.profile_id AND profile.is_presence_shown
    WHERE ${where} ORDER BY here.story_id, profile.display_name, profile.id`;
  return rows.map((row) => ({ ...row, state: ProfileState.parse(row.state) }));
}

/** Whether a face lets those it works with know where it writes. */
export async function isShown(db: Db, id: string): Promise<boolean> {
  const row = await db.profile.findUnique({ where: { id }, select: { isPresenceShown: true } });
  return row?.isPresenceShown ?? false;
}

import { ProfileState } from "@muejam/contracts/profile";
import type { Db } from "@muejam/db";
import { decisive, type Subject } from "../visibility/visibility.repo.ts";
import { chapterColumns } from "./story.subjects.repo.ts";

/** A published chapter in few words, with what decides who may read them. */
export type News = Subject & {
  ref: string;
  title: string;
  authorName: string;
  number: number;
  chapterTitle: string;
  opening: string;
};

export async function listLedBy(db: Db, leadId: string, chapterIds: readonly string[]): Promise<string[]> {
  const rows = await db.chapter.findMany({
    where: { id: { in: [...chapterIds] }, story: { leadId } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function findNews(db: Db, chapterId: string): Promise<News | null> {
  const [row] = await db.$queryRaw<(Omit<News, "state"> & { state: string })[]>`
    SELECT story.ref, story.title, lead.display_name AS "authorName", chapter.number, content.title AS "chapterTitle",
      left(content.text, 1000) AS opening,
      ${decisive(chapterColumns)}
    FROM chapter JOIN story ON story.id = story_id JOIN profile AS lead ON lead.id = lead_id
    JOIN edition_content AS content ON content.edition_id = chapter.current_edition_id
    WHERE chapter.id = ${chapterId}::uuid`;
  return row ? { ...row, state: ProfileState.parse(row.state) } : null;
}

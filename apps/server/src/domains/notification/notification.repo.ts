import type { Notification } from "@muejam/contracts/notification";
import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

/** What a notification is about decides who may see it: a chapter, or else whoever acted. */
export const columnsBeside = (chapter: SubjectColumns): SubjectColumns => ({
  face: Prisma.sql`lead.id`,
  state: Prisma.sql`lead.state`,
  team: Prisma.sql`CASE WHEN story.id IS NULL THEN ARRAY[lead.account_id] ELSE ${chapter.team} END`,
  isPublished: Prisma.sql`(story.id IS NULL OR ${chapter.isPublished})`,
  isForFollowers: Prisma.sql`(story.id IS NOT NULL AND ${chapter.isForFollowers})`,
  isMature: Prisma.sql`(story.id IS NOT NULL AND ${chapter.isMature})`,
});

export type NotificationRow = Subject & {
  id: string;
  seq: number;
  at: string;
  isRead: boolean;
  kind: Notification["kind"];
  by: { id: string; handle: string; displayName: string };
  story: { ref: string; title: string } | null;
  chapter: { number: number; title: string } | null;
  badge: string | null;
};
export type NotificationQuery = { profileId: string; columns: SubjectColumns; where: Prisma.Sql };

export async function list(
  db: Db,
  { after, take, ...query }: NotificationQuery & { after: Position | null; take: number },
): Promise<NotificationRow[]> {
  const beyond = after ? Prisma.sql`AND seq < ${Number(after.at)}` : Prisma.empty;
  const rows = await db.$queryRaw<Raw<NotificationRow>[]>`
    SELECT notification.id, seq, kind, badge, at, read_at IS NOT NULL AS "isRead",
      jsonb_build_object('id', lead.id, 'handle', lead.handle, 'displayName', lead.display_name) AS by,
      CASE WHEN story.id IS NOT NULL THEN jsonb_build_object('ref', ref, 'title', story.title) END AS story,
      CASE WHEN story.id IS NOT NULL
        THEN jsonb_build_object('number', chapter.number, 'title', coalesce(content.title, '')) END AS chapter,
      ${decisive(query.columns)}
    ${shown(query)} ${beyond} ORDER BY seq DESC LIMIT ${take}`;
  return rows.map(({ seq, at, ...row }) => ({ ...parsed(row), seq: Number(seq), at: at.toISOString() }));
}

/** Only what decides, and no more of them than anybody is shown the number of. */
export async function listUnread(db: Db, query: NotificationQuery, take: number): Promise<Subject[]> {
  const rows = await db.$queryRaw<Raw<Subject>[]>`
    SELECT ${decisive(query.columns)} ${shown(query)} AND read_at IS NULL LIMIT ${take}`;
  return rows.map(parsed);
}

export async function markRead(db: Db, profileId: string, { seq, at }: { seq: number; at: Date }): Promise<void> {
  await db.notification.updateMany({ where: { profileId, seq: { lte: seq }, readAt: null }, data: { readAt: at } });
}

type Raw<T extends Subject> = Omit<T, "state" | "seq" | "at"> & { state: string; seq: bigint; at: Date };

/** Its own author is told of no chapter that was taken back either. */
const shown = ({ profileId, where }: NotificationQuery) => Prisma.sql`
  FROM notification
  LEFT JOIN story ON story.id = notification.story_id
  LEFT JOIN chapter ON chapter.id = notification.chapter_id
  LEFT JOIN edition_content AS content ON content.edition_id = chapter.current_edition_id
  JOIN profile AS lead ON lead.id = coalesce(story.lead_id, notification.actor_id)
  WHERE notification.profile_id = ${profileId}::uuid AND (story.id IS NULL OR chapter.state = 'published') AND ${where}`;

const parsed = <T extends { state: string }>(row: T) => ({ ...row, state: ProfileState.parse(row.state) });

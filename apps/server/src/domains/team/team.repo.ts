import { ProfileState } from "@muejam/contracts/profile";
import { TeamRole } from "@muejam/contracts/team";
import { type Db, Prisma } from "@muejam/db";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

type Place = { storyId: string; profileId: string };
type New = Place & { id: string; role: TeamRole; at: Date; expiresAt: Date };

/**
 * Its id: while one stands it is the same one, whatever became of it meanwhile, so that nobody is told twice. Null where
 * a no still stands.
 */
export async function upsert(db: Db, { id, storyId, profileId, role, at, expiresAt }: New): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO team_invitation AS known (id, story_id, profile_id, role, state, at, expires_at)
    VALUES (${id}::uuid, ${storyId}::uuid, ${profileId}::uuid, ${role}, 'open', ${at}, ${expiresAt})
    ON CONFLICT (story_id, profile_id) DO UPDATE SET role = excluded.role, state = 'open',
      id = CASE WHEN known.expires_at > excluded.at THEN known.id ELSE excluded.id END,
      at = CASE WHEN known.expires_at > excluded.at THEN known.at ELSE excluded.at END,
      expires_at = CASE WHEN known.expires_at > excluded.at THEN known.expires_at ELSE excluded.expires_at END
    WHERE known.state <> 'declined' OR known.expires_at <= excluded.at
    RETURNING id`;
  return row?.id ?? null;
}

export type InvitedRow = Subject & {
  id: string;
  handle: string;
  displayName: string;
  role: TeamRole;
  isDeclined: boolean;
  expiresAt: Date;
};

/** Whom the lead of a story has asked, those first who were asked last. */
export async function listInvited(
  db: Db,
  { storyId, now, columns, where }: { storyId: string; now: Date; columns: SubjectColumns; where: Prisma.Sql },
): Promise<InvitedRow[]> {
  const rows = await db.$queryRaw<Raw<InvitedRow>[]>`
    SELECT profile.id, handle::text AS handle, display_name AS "displayName", role,
      team_invitation.state = 'declined' AS "isDeclined", expires_at AS "expiresAt", ${decisive(columns)}
    FROM team_invitation JOIN profile ON profile.id = profile_id
    WHERE story_id = ${storyId}::uuid AND team_invitation.state <> 'withdrawn' AND expires_at > ${now} AND ${where}
    ORDER BY at DESC, team_invitation.id DESC`;
  return rows.map(parsed);
}

/** Null when nothing waits there. What was declined stays declined. */
export async function withdraw(db: Db, { storyId, profileId }: Place): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    UPDATE team_invitation SET state = 'withdrawn'
    WHERE story_id = ${storyId}::uuid AND profile_id = ${profileId}::uuid AND state = 'open' RETURNING id`;
  return row?.id ?? null;
}

/** What each of two people's faces was asked by the other's is not heard of any more. */
export async function silenceBetween(db: Db, one: string, other: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE team_invitation SET is_silent = true
    FROM story, profile AS lead, profile AS invited, profile AS here, profile AS there
    WHERE story.id = story_id AND lead.id = lead_id AND invited.id = profile_id
      AND here.id = ${one}::uuid AND there.id = ${other}::uuid AND (lead.account_id, invited.account_id)
        IN ((here.account_id, there.account_id), (there.account_id, here.account_id))
    RETURNING team_invitation.id`;
  return rows.map(({ id }) => id);
}

/** What decides is who invites, and how old one must be for the story; for a query that joins `story` and `lead`. */
export const columns: SubjectColumns = {
  face: Prisma.sql`lead.id`,
  state: Prisma.sql`lead.state`,
  team: Prisma.sql`ARRAY[lead.account_id]`,
  isPublished: Prisma.sql`true`,
  isForFollowers: Prisma.sql`false`,
  isMature: Prisma.sql`story.rating = 'mature'`,
};

export type OpenRow = Subject & {
  id: string;
  storyId: string;
  profileId: string;
  title: string;
  lead: { id: string; handle: string; displayName: string };
  role: TeamRole;
  at: Date;
  expiresAt: Date;
};

const open = (now: Date) => Prisma.sql`
  SELECT team_invitation.id, story_id AS "storyId", profile_id AS "profileId", title, role, at, expires_at AS "expiresAt",
    jsonb_build_object('id', lead.id, 'handle', lead.handle, 'displayName', lead.display_name) AS lead, ${decisive(columns)}
  FROM team_invitation JOIN story ON story.id = story_id JOIN profile AS lead ON lead.id = lead_id
  WHERE team_invitation.state = 'open' AND NOT is_silent AND expires_at > ${now}`;

export async function findOpen(db: Db, id: string, now: Date): Promise<OpenRow | null> {
  const [row] = await db.$queryRaw<Raw<OpenRow>[]>`${open(now)} AND team_invitation.id = ${id}::uuid`;
  return row ? parsed(row) : null;
}

type OpenQuery = {
  profileId: string;
  now: Date;
  where: Prisma.Sql;
  after: { at: string; id: string } | null;
  take: number;
};

/** Latest first. */
export async function listOpen(db: Db, { profileId, now, where, after, take }: OpenQuery): Promise<OpenRow[]> {
  const from = after
    ? Prisma.sql`AND (at, team_invitation.id) < (${new Date(after.at)}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await db.$queryRaw<Raw<OpenRow>[]>`
    ${open(now)} AND profile_id = ${profileId}::uuid AND ${where} ${from}
    ORDER BY at DESC, team_invitation.id DESC LIMIT ${take}`;
  return rows.map(parsed);
}

/** False when it was answered or withdrawn at the same moment. */
export async function take(db: Db, id: string): Promise<boolean> {
  const { count } = await db.teamInvitation.deleteMany({ where: { id, state: "open", isSilent: false } });
  return count === 1;
}

/** The same. */
export async function decline(db: Db, id: string): Promise<boolean> {
  const { count } = await db.teamInvitation.updateMany({ where: { id, state: "open" }, data: { state: "declined" } });
  return count === 1;
}

type Raw<T extends Subject> = Omit<T, "state" | "role"> & { state: string; role: string };
const parsed = <T extends { state: string; role: string }>(row: T) => ({
  ...row,
  state: ProfileState.parse(row.state),
  role: TeamRole.parse(row.role),
});

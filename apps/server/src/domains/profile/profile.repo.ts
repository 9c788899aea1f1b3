import { Accent, type ProfileChange, ProfileLink, ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import type { Subject, SubjectColumns } from "../visibility/visibility.repo.ts";

/** A profile with what decides who may see it. `accountId` stays in the server. */
export type ProfileRow = {
  id: string;
  accountId: string;
  handle: string;
  displayName: string;
  bio: string;
  accent: Accent;
  links: ProfileLink[];
  isFindable: boolean;
  isPresenceShown: boolean;
  isMemorial: boolean;
  createdAt: string;
  isFollowersOnly: boolean;
} & Subject;

const columns = {
  id: true,
  accountId: true,
  handle: true,
  displayName: true,
  bio: true,
  accent: true,
  links: true,
  isFindable: true,
  isPresenceShown: true,
  memorialAt: true,
  state: true,
  createdAt: true,
  isFollowersOnly: true,
} satisfies Prisma.ProfileSelect;
type Row = Prisma.ProfileGetPayload<{ select: typeof columns }>;

const toProfile = ({ accent, links, memorialAt, state, createdAt, ...rest }: Row): ProfileRow => ({
  ...rest,
  accent: Accent.parse(accent),
  links: ProfileLink.array().parse(links),
  isMemorial: memorialAt !== null,
  ...subjectOf(rest.id, { ...rest, state }),
  createdAt: createdAt.toISOString(),
});

/** A face itself is shown to everybody; what it writes may be for followers. */
export const subjectOf = (face: string, { state, accountId }: { state: string; accountId: string }): Subject => ({
  face,
  state: ProfileState.parse(state),
  team: [accountId],
  isPublished: true,
  isForFollowers: false,
  isMature: false,
});

export const subjectColumns: SubjectColumns = {
  face: Prisma.sql`profile.id`,
  state: Prisma.sql`profile.state`,
  team: Prisma.sql`ARRAY[profile.account_id]`,
  isPublished: Prisma.sql`true`,
  isForFollowers: Prisma.sql`false`,
  isMature: Prisma.sql`false`,
};

export async function findByHandle(db: Db, handle: string): Promise<ProfileRow | null> {
  const row = await db.profile.findUnique({ where: { handle }, select: columns });
  return row && toProfile(row);
}

/** Who lately went by this handle, so that an old address still leads to them. */
export async function findByFormerHandle(db: Db, handle: string, since: Date): Promise<ProfileRow | null> {
  const row = await db.formerHandle.findFirst({
    where: { handle, isRedirected: true, leftAt: { gt: since } },
    select: { profile: { select: columns } },
  });
  return row?.profile ? toProfile(row.profile) : null;
}

export async function findCounts(db: Db, id: string): Promise<{ followers: number; stories: number; words: number }> {
  const row = await db.profile.findUnique({
    where: { id },
    select: { followerCount: true, storyCount: true, wordCount: true },
  });
  return { followers: row?.followerCount ?? 0, stories: row?.storyCount ?? 0, words: row?.wordCount ?? 0 };
}

export async function listHandles(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.profile.findMany({ where: { accountId }, select: { handle: true } });
  return rows.map(({ handle }) => handle);
}

export const findOwner = (db: Db, id: string): Promise<{ accountId: string; handle: string; state: string } | null> =>
  db.profile.findUnique({ where: { id }, select: { accountId: true, handle: true, state: true } });

export async function listOfAccount(db: Db, accountId: string, where: Prisma.Sql): Promise<ProfileRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, account_id AS "accountId", handle::text AS handle, display_name AS "displayName", bio, accent,
      links, is_findable AS "isFindable", is_presence_shown AS "isPresenceShown", memorial_at AS "memorialAt", state,
      created_at AS "createdAt", is_followers_only AS "isFollowersOnly"
    FROM profile WHERE account_id = ${accountId}::uuid AND ${where} ORDER BY created_at, id`;
  return rows.map(toProfile);
}

/** Oldest first: the first is the one that speaks when the request names none. */
export async function listLiveIds(db: Db, accountId: string): Promise<string[]> {
  const rows = await db.profile.findMany({
    where: { accountId, state: { not: "closed" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Others that add to the same account wait, so that the count holds. */
export async function lockAndCount(db: Db, accountId: string): Promise<number> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`profiles:${accountId}`}, 0))`;
  return db.profile.count({ where: { accountId, state: { not: "closed" } } });
}

/** Handles that no eye tells apart, as `nuala` and `nuaIa`, are one: the indices are on the same expression. */
const likeness = (handle: Prisma.Sql) => Prisma.sql`translate(lower(${handle}::text), '01i', 'oll')`;

/** Whether nobody has or lately had this handle; whoever else wants it waits until this transaction is over. */
export async function claimHandle(
  db: Db,
  handle: string,
  { id, since }: { id: string; since: Date },
): Promise<boolean> {
  const wanted = likeness(Prisma.sql`${handle}`);
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('handle:' || ${wanted}, 0))`;
  const [row] = await db.$queryRaw<{ isTaken: boolean }[]>`
    SELECT EXISTS (SELECT FROM profile WHERE ${likeness(Prisma.sql`handle`)} = ${wanted} AND id <> ${id}::uuid)
      OR EXISTS (SELECT FROM former_handle WHERE ${likeness(Prisma.sql`handle`)} = ${wanted}
        AND left_at > ${since} AND profile_id IS DISTINCT FROM ${id}::uuid) AS "isTaken"`;
  return row?.isTaken === false;
}

export async function insert(
  db: Db,
  data: { id: string; accountId: string; handle: string; displayName: string; createdAt: Date },
): Promise<ProfileRow> {
  return toProfile(await db.profile.create({ data, select: columns }));
}

export async function update(db: Db, id: string, data: Omit<ProfileChange, "id">): Promise<ProfileRow | null> {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const [row] = await db.profile.updateManyAndReturn({
    where: { id, state: { not: "closed" } },
    data: given,
    select: columns,
  });
  return row ? toProfile(row) : null;
}

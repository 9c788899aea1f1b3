import { ProfileState } from "@muejam/contracts/profile";
import { type Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";
import { decisive, type Subject, type SubjectColumns } from "../visibility/visibility.repo.ts";

type Block = { accountId: string; blockerId: string; blockedId: string };
type Mute = { accountId: string; mutedId: string };

/** False when this person has blocked them already, as whichever face. */
export async function insertBlock(db: Db, block: Block, at: Date): Promise<boolean> {
  const { count } = await db.profileBlock.createMany({ data: [{ ...block, at }], skipDuplicates: true });
  return count === 1;
}

export async function deleteBlock(db: Db, { accountId, blockedId }: Omit<Block, "blockerId">): Promise<void> {
  await db.profileBlock.deleteMany({ where: { accountId, blockedId } });
}

export async function insertMute(db: Db, mute: Mute, at: Date): Promise<boolean> {
  const { count } = await db.profileMute.createMany({ data: [{ ...mute, at }], skipDuplicates: true });
  return count === 1;
}

export async function deleteMute(db: Db, mute: Mute): Promise<void> {
  await db.profileMute.deleteMany({ where: mute });
}

type Shown = { id: string; handle: string; displayName: string };
export type ShutRow = Subject & { id: string; shown: Shown; at: string };
export type BlockedRow = ShutRow & { by: Shown };
type Query = { accountId: string; columns: SubjectColumns; where: Prisma.Sql; after: Position | null; take: number };

/** Newest first. */
export async function listBlocked(db: Db, query: Query): Promise<BlockedRow[]> {
  const rows = await db.$queryRaw<Raw<BlockedRow>[]>`
    SELECT ${shown(Prisma.sql`own`)} AS by, ${columnsOf(query)}
    FROM profile_block AS shut JOIN profile ON profile.id = blocked_id JOIN profile AS own ON own.id = blocker_id
    ${newest(query)}`;
  return rows.map(parsed);
}

export async function listMuted(db: Db, query: Query): Promise<ShutRow[]> {
  const rows = await db.$queryRaw<Raw<ShutRow>[]>`
    SELECT ${columnsOf(query)} FROM profile_mute AS shut JOIN profile ON profile.id = muted_id ${newest(query)}`;
  return rows.map(parsed);
}

const shown = (face: Prisma.Sql) => Prisma.sql`
  jsonb_build_object('id', ${face}.id, 'handle', ${face}.handle, 'displayName', ${face}.display_name)`;

const columnsOf = ({ columns }: Query) => Prisma.sql`
  profile.id, shut.at, ${shown(Prisma.sql`profile`)} AS shown, ${decisive(columns)}`;

const newest = ({ accountId, where, after, take }: Query) => Prisma.sql`
  WHERE shut.account_id = ${accountId}::uuid AND ${where}
    ${after ? Prisma.sql`AND (shut.at, profile.id) < (${new Date(after.at)}, ${after.id}::uuid)` : Prisma.empty}
  ORDER BY shut.at DESC, profile.id DESC LIMIT ${take}`;

type Raw<T extends ShutRow> = Omit<T, "state" | "at"> & { state: string; at: Date };
const parsed = <T extends { state: string; at: Date }>(row: T) => ({
  ...row,
  state: ProfileState.parse(row.state),
  at: row.at.toISOString(),
});

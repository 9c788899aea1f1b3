import type { {{Name}} } from "@muejam/contracts/{{name}}";
import type { Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";

const entry = { id: true, name: true, createdAt: true } satisfies Prisma.{{Name}}Select;
type EntryRow = Prisma.{{Name}}GetPayload<{ select: typeof entry }>;

const toEntry = ({ createdAt, ...rest }: EntryRow): {{Name}} => ({ ...rest, createdAt: createdAt.toISOString() });

export type ListQuery = { accountId: string; after: Position | null; take: number };

export async function list(db: Db, { accountId, after, take }: ListQuery): Promise<{{Name}}[]> {
  const at = after && new Date(after.at);
  const rows = await db.{{name}}.findMany({
    where: {
      accountId,
      removedAt: null,
      ...(at && { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take,
    select: entry,
  });
  return rows.map(toEntry);
}

export const count = (db: Db, accountId: string): Promise<number> =>
  db.{{name}}.count({ where: { accountId, removedAt: null } });

export type NewEntry = { id: string; accountId: string; name: string; createdAt: Date };

/** Null when the list has an entry of that name. */
export async function insert(db: Db, data: NewEntry): Promise<{{Name}} | null> {
  const [row] = await db.{{name}}.createManyAndReturn({ data: [data], skipDuplicates: true, select: entry });
  return row ? toEntry(row) : null;
}

export const findOwner = (db: Db, id: string): Promise<{ accountId: string } | null> =>
  db.{{name}}.findUnique({ where: { id }, select: { accountId: true } });

/** False when it was removed before. */
export async function remove(db: Db, id: string, removedAt: Date): Promise<boolean> {
  const { count: changed } = await db.{{name}}.updateMany({ where: { id, removedAt: null }, data: { removedAt } });
  return changed === 1;
}

export async function deleteRemovedBefore(db: Db, before: Date): Promise<void> {
  await db.{{name}}.deleteMany({ where: { removedAt: { lt: before } } });
}

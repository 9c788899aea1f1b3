import { type Check, Component } from "@muejam/contracts/status";
import type { Db, Prisma } from "@muejam/db";
import type { Position } from "../../kernel/page.ts";

const check = {
  id: true,
  component: true,
  checkedAt: true,
  isUp: true,
  latencyMs: true,
} satisfies Prisma.StatusCheckSelect;
type CheckRow = Prisma.StatusCheckGetPayload<{ select: typeof check }>;

const toCheck = ({ component, checkedAt, ...rest }: CheckRow): Check => ({
  ...rest,
  component: Component.parse(component),
  checkedAt: checkedAt.toISOString(),
});

export type CheckListQuery = { component: Component | undefined; after: Position | null; take: number };

export async function listChecks(db: Db, { component, after, take }: CheckListQuery): Promise<Check[]> {
  const at = after && new Date(after.at);
  const rows = await db.statusCheck.findMany({
    where: {
      ...(component && { component }),
      ...(at && { OR: [{ checkedAt: { lt: at } }, { checkedAt: at, id: { lt: after.id } }] }),
    },
    orderBy: [{ checkedAt: "desc" }, { id: "desc" }],
    take,
    select: check,
  });
  return rows.map(toCheck);
}

export async function findLatestChecks(db: Db): Promise<Map<Component, Check>> {
  const rows = await db.$queryRaw<CheckRow[]>`
    SELECT latest.id, latest.component, latest.checked_at AS "checkedAt", latest.is_up AS "isUp", latest.latency_ms AS "latencyMs"
    FROM unnest(${Component.options}::text[]) AS wanted (component)
    CROSS JOIN LATERAL (
      SELECT * FROM status_check WHERE component = wanted.component ORDER BY checked_at DESC, id DESC LIMIT 1
    ) AS latest`;
  return new Map(rows.map((row) => [Component.parse(row.component), toCheck(row)]));
}

export async function insertChecks(db: Db, checks: Prisma.StatusCheckCreateManyInput[]): Promise<void> {
  await db.statusCheck.createMany({ data: checks });
}

export async function countTroublesSince(db: Db, since: Date): Promise<Map<Component, number>> {
  const rows = await db.$queryRaw<{ component: string; people: bigint }[]>`
    SELECT component, count(DISTINCT reporter) AS people
    FROM status_trouble
    WHERE reported_at > ${since} AND withdrawn_at IS NULL
    GROUP BY component`;
  return new Map(rows.map(({ component, people }) => [Component.parse(component), Number(people)]));
}

/** False when this person's report on this component already counts. */
export async function insertTrouble(
  db: Db,
  trouble: { id: string; component: Component; reporter: string; reportedAt: Date },
): Promise<boolean> {
  const { count } = await db.statusTrouble.createMany({ data: [trouble], skipDuplicates: true });
  return count === 1;
}

export const findTrouble = (db: Db, id: string): Promise<{ withdrawnAt: Date | null } | null> =>
  db.statusTrouble.findUnique({ where: { id }, select: { withdrawnAt: true } });

/** False when another request took it back first. */
export async function withdrawTrouble(db: Db, id: string, withdrawnAt: Date): Promise<boolean> {
  const { count } = await db.statusTrouble.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt } });
  return count === 1;
}

export async function deleteChecksBefore(db: Db, before: Date): Promise<void> {
  await db.statusCheck.deleteMany({ where: { checkedAt: { lt: before } } });
}

export async function deleteTroublesBefore(db: Db, before: Date): Promise<void> {
  await db.statusTrouble.deleteMany({ where: { reportedAt: { lt: before } } });
}

import { Role } from "@muejam/contracts/account";
import { ProfileState } from "@muejam/contracts/profile";
import { Prisma } from "@muejam/db";
import fc from "fast-check";
import { isVisible, rules } from "../domains/visibility/visibility.policy.ts";
import { type Subject, type ViewerScope, whereVisible } from "../domains/visibility/visibility.repo.ts";
import { ctxOf, make } from "./harness.ts";

/** Few accounts, so that a viewer often meets what is their own. */
const accounts = Array.from({ length: 4 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const viewer: fc.Arbitrary<ViewerScope> = fc.record({
  accountId: fc.option(fc.constantFrom(...accounts)),
  profileIds: fc.constant([]),
  roles: fc.subarray(Role.options),
  showsMature: fc.boolean(),
});
const subject: fc.Arbitrary<Subject> = fc.record({
  state: fc.constantFrom(...ProfileState.options),
  team: fc.uniqueArray(fc.constantFrom(...accounts), { maxLength: 3 }),
  isPublished: fc.boolean(),
  isMature: fc.boolean(),
});

/** Postgres judges all pairs by the predicate at once, the function judges each. */
export async function judgePairs(count: number) {
  const pairs = fc.sample(fc.tuple(viewer, subject), count);
  const bySql: boolean[] = [];
  for (let from = 0; from < pairs.length; from += BATCH) bySql.push(...(await judge(pairs.slice(from, from + BATCH))));
  const differing = pairs.filter(([who, what], index) => bySql[index] !== isVisible(who, what));
  return { differing, seen: bySql.filter(Boolean).length, hidden: bySql.filter((one) => !one).length };
}

/** Below the number of parameters that one statement can have. */
const BATCH = 5000;

async function judge(pairs: [ViewerScope, Subject][]): Promise<boolean[]> {
  const columns = {
    state: Prisma.sql`subject.state`,
    team: Prisma.sql`subject.team`,
    isPublished: Prisma.sql`subject.is_published`,
    isMature: Prisma.sql`subject.is_mature`,
  };
  const judged = pairs.map(([who, { state, team, isPublished, isMature }], index) => {
    const subject = Prisma.sql`SELECT ${state}::text AS state, ${team}::uuid[] AS team,
      ${isPublished}::boolean AS is_published, ${isMature}::boolean AS is_mature`;
    return Prisma.sql`SELECT ${index}::int AS index, (${whereVisible(rules, who, columns)}) AS seen FROM (${subject}) AS subject`;
  });
  const { db } = ctxOf(make.system());
  const rows = await db.$queryRaw<{ seen: boolean }[]>`
    SELECT seen FROM (${Prisma.join(judged, " UNION ALL ")}) AS judged ORDER BY index`;
  return rows.map((row) => row.seen);
}

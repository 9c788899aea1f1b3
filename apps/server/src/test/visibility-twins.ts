import { Role } from "@muejam/contracts/account";
import { ProfileState } from "@muejam/contracts/profile";
import { Prisma } from "@muejam/db";
import fc from "fast-check";
import { isVisible, rules } from "../domains/visibility/visibility.policy.ts";
import { type Subject, type ViewerScope, whereVisible } from "../domains/visibility/visibility.repo.ts";
import { ctxOf, make } from "./harness.ts";

/** Few accounts, so that a viewer often meets what is their own. */
const accounts = Array.from({ length: 4 }, (_, index) => `00000000-0000-4000-8000-00000000000${index}`);
const faces = Array.from({ length: 6 }, (_, index) => `00000000-0000-4000-9000-00000000000${index}`);
const some = fc.subarray(faces, { maxLength: 2 });
const viewer: fc.Arbitrary<ViewerScope> = fc.record({
  accountId: fc.option(fc.constantFrom(...accounts)),
  profileIds: some,
  roles: fc.subarray(Role.options),
  showsMature: fc.boolean(),
  followed: some,
  blocked: some,
  blocking: some,
  muted: some,
});
const subject: fc.Arbitrary<Subject> = fc.record({
  face: fc.constantFrom(...faces),
  state: fc.constantFrom(...ProfileState.options),
  team: fc.uniqueArray(fc.constantFrom(...accounts), { maxLength: 3 }),
  isPublished: fc.boolean(),
  isForFollowers: fc.boolean(),
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
const BATCH = 2500;

async function judge(pairs: [ViewerScope, Subject][]): Promise<boolean[]> {
  const columns = {
    face: Prisma.sql`subject.face`,
    state: Prisma.sql`subject.state`,
    team: Prisma.sql`subject.team`,
    isPublished: Prisma.sql`subject.is_published`,
    isForFollowers: Prisma.sql`subject.is_for_followers`,
    isMature: Prisma.sql`subject.is_mature`,
  };
  const judged = pairs.map(([who, { face, state, team, isPublished, isForFollowers, isMature }], index) => {
    const subject = Prisma.sql`SELECT ${face}::uuid AS face, ${state}::text AS state, ${team}::uuid[] AS team,
      ${isPublished}::boolean AS is_published, ${isForFollowers}::boolean AS is_for_followers,
      ${isMature}::boolean AS is_mature`;
    return Prisma.sql`SELECT ${index}::int AS index, (${whereVisible(rules, who, columns)}) AS seen FROM (${subject}) AS subject`;
  });
  const { db } = ctxOf(make.system());
  const rows = await db.$queryRaw<{ seen: boolean }[]>`
    SELECT seen FROM (${Prisma.join(judged, " UNION ALL ")}) AS judged ORDER BY index`;
  return rows.map((row) => row.seen);
}

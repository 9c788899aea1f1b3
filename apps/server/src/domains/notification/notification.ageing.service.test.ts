import { expect, test } from "vitest";
import type { Member } from "../../kernel/actor.ts";
import { daysBefore } from "../../kernel/days.ts";
import { timedId } from "../../kernel/ids.ts";
import { countQueries, ctxOf, make, runJob } from "../../test/harness.ts";
import { purge } from "./notification.ageing.service.ts";
import { tell } from "./notification.telling.repo.ts";

const system = ctxOf(make.system());
const { db } = system;
const daysAgo = (days: number) => daysBefore(new Date(), days);

type Told = { told: number; read: number | null };

async function toldLately({ profileId }: Member, news: readonly Told[]): Promise<void> {
  const { profileId: actorId } = await make.person();
  for (const { told, read } of news) {
    const fact = { key: `test:${crypto.randomUUID()}`, kind: "new-follower", actorId } as const;
    await tell(db, { fact, told: [{ id: timedId(new Date()), profileId }], at: daysAgo(told) });
    const readAt = read === null ? null : daysAgo(read);
    await db.notification.updateMany({ where: { profileId, key: fact.key }, data: { readAt } });
  }
}

const left = async ({ profileId }: Member) =>
  (await db.notification.findMany({ where: { profileId }, orderBy: { seq: "asc" } })).map(({ seq }) => Number(seq));

test("what was read a quarter of a year ago goes, and what nobody read in a year", async () => {
  const reader = await make.person();
  await toldLately(reader, [
    { told: 366, read: null },
    { told: 364, read: null },
    { told: 300, read: 91 },
    { told: 300, read: 89 },
    { told: 1, read: null },
  ]);
  await runJob("notification.purge");
  expect(await left(reader)).toEqual([2, 4, 5]);
  await toldLately(reader, [{ told: 0, read: null }]);
  expect(await left(reader)).toEqual([2, 4, 5, 6]);
});

test("however much is old goes in small steps, and all of it", async () => {
  const reader = await make.person();
  await toldLately(
    reader,
    Array.from({ length: 5 }, (_, index) => ({ told: 400, read: index % 2 ? 100 : null })),
  );
  const { queries } = await countQueries(() => purge(system, 2));
  expect(queries).toBe(3);
  expect(await left(reader)).toEqual([]);
});

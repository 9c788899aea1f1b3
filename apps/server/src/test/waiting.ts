import { vi } from "vitest";
import { ctxOf, make } from "./harness.ts";

const { db } = ctxOf(make.system());

/** Until another transaction on this database waits for a lock. */
export const untilSomebodyWaits = (): Promise<boolean> => vi.waitUntil(isSomebodyWaiting, { timeout: 5000 });

async function isSomebodyWaiting(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ waiting: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE datname = current_database() AND NOT granted) AS waiting`;
  return row?.waiting === true;
}

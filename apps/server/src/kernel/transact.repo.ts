import { type Db, Prisma } from "@muejam/db";
import { z } from "zod";
import { audited } from "./audit.repo.ts";
import type { AuditEntry } from "./audit.ts";
import { answered } from "./idempotency.repo.ts";
import type { Once } from "./idempotency.ts";
import type { JobSpec } from "./job-spec.ts";

export type Settlement = {
  answer: { once: Once; sealed: string } | null;
  actor: string;
  audit: readonly AuditEntry[];
  jobs: readonly JobSpec[];
};

const WAIT_FOR_CONNECTION_MS = 5000;
/** Above every statement's own time-out: this one only ends a transaction that its own code forgot. */
const WHOLE_MS = 30_000;

export function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (!("$transaction" in db))
    throw new Error("transact opens the transaction: give it a ctx whose db is not inside one.");
  return db.$transaction(work, { maxWait: WAIT_FOR_CONNECTION_MS, timeout: WHOLE_MS });
}

export async function readNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT now() AS "now"`;
  if (!row) throw new Error("The database told no time.");
  return row.now;
}

/** All that a transaction leaves beside its own rows, in one statement: the answer, the audit rows, the jobs. */
export async function settle(db: Db, { answer, actor, audit, jobs }: Settlement): Promise<void> {
  const parts = [
    ...(answer ? [Prisma.sql`answered AS (${answered(answer.once, answer.sealed)})`] : []),
    ...(audit.length > 0 ? [Prisma.sql`audited AS (${audited(actor, audit)})`] : []),
  ];
  const withParts = parts.length > 0 ? Prisma.sql`WITH ${Prisma.join(parts)}` : Prisma.empty;
  if (jobs.length > 0) await db.$executeRaw`${withParts} SELECT count(*) FROM ${added(jobs)}`;
  else if (parts.length > 0) await db.$executeRaw`${withParts} SELECT 1`;
}

/** The SQLSTATE of a statement that failed, wherever Prisma has put it; null when something else was thrown. */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === "P2034") return "40001";
  const cause = Cause.safeParse(error.meta);
  return cause.success ? cause.data.driverAdapterError.cause.originalCode : null;
}

const added = (jobs: readonly JobSpec[]) => Prisma.sql`graphile_worker.add_jobs(ARRAY(
  SELECT json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(jobs)}::json)))`;

const Cause = z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) });

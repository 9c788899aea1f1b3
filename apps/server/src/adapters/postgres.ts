import { PrismaClient } from "@muejam/db";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import type { Logger } from "../kernel/log.ts";

export type Database = { readonly db: PrismaClient; close(): Promise<void> };

const CONNECT_MS = 5000;
const IDLE_IN_TRANSACTION_MS = 20_000;

/** The application's own access: no statement, lock or forgotten transaction can hold others up for long. */
export function openDatabase(options: {
  url: string;
  name: string;
  poolSize: number;
  statementTimeoutMs: number;
  log: Logger;
}): Database {
  const { url, name, poolSize, statementTimeoutMs, log } = options;
  const onError = (err: Error) => log.warn({ err }, "database connection lost");
  const adapter = new PrismaPg(
    {
      connectionString: url,
      application_name: name,
      max: poolSize,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: statementTimeoutMs,
      lock_timeout: Math.ceil(statementTimeoutMs / 2),
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
    { onPoolError: onError, onConnectionError: onError },
  );
  const db = new PrismaClient({ adapter });
  return { db, close: () => db.$disconnect() };
}

/** For the queue: sessions at the database itself, as LISTEN needs. */
export function openQueuePool(options: { url: string; name: string; size: number; log: Logger }): Pool {
  const { url, name, size, log } = options;
  const onError = (err: Error) => log.warn({ err }, "queue connection lost");
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    max: size,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: 30_000,
    keepAlive: true,
  });
  // Without listeners a lost connection, idle or in use, would end the process.
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

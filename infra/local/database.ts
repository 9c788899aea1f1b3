import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { MigrateError, migrate } from "@muejam/db/migrate";
import { Client } from "pg";
import { Fault, messageOf } from "./fault.ts";
import type { Home } from "./home.ts";
import { type Place, placeHere } from "./identity.ts";
import { startPostgres } from "./postgres.ts";

const DATABASE = "muejam";
const APPLICATION = "muejam_app";

/** What the embedded server must remember between two starts. */
type Memory = { ownerPassword: string; appPassword: string; port?: number; place?: Place };

export type Urls = { DATABASE_URL: string; DIRECT_DATABASE_URL: string };
export type Embedded = { urls: Urls; ended: Promise<void>; stop(): Promise<void> };

/** The embedded server with its database and both roles, not yet migrated. Its home must be locked by the caller. */
export async function startEmbedded(home: Home): Promise<Embedded> {
  const memory = readMemory(home) ?? newMemory(home);
  const { port, place } = memory;
  const launch = { folder: home.postgres, log: home.postgresLog, password: memory.ownerPassword, port, place };
  const server = await startPostgres({
    ...launch,
    onLaunch: () => writeMemory(home, { ...memory, place: placeHere() }),
  });
  writeMemory(home, { ...memory, port: server.port, place: placeHere() });
  try {
    await createDatabase(server.url("postgres"), DATABASE);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const app = { name: APPLICATION, password: memory.appPassword };
  const urls = { DATABASE_URL: server.url(DATABASE, app), DIRECT_DATABASE_URL: server.url(DATABASE) };
  return { urls, ended: server.ended, stop: server.stop };
}

/** The addresses of an embedded server that another command has running. */
export function urlsOfRunning(home: Home): Urls {
  const memory = readMemory(home);
  if (!memory?.port) throw new Fault(`${home.database} is missing; stop MueJam and start it again.`);
  const at = `@127.0.0.1:${memory.port}/${DATABASE}`;
  return {
    DATABASE_URL: `postgresql://${APPLICATION}:${memory.appPassword}${at}`,
    DIRECT_DATABASE_URL: `postgresql://muejam:${memory.ownerPassword}${at}`,
  };
}

export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE "${name}"`);
  });
}

/** Migrates, then lets the application's role of an embedded server sign in with the password in its address. */
export async function bringUpToDate({ DATABASE_URL, DIRECT_DATABASE_URL }: Urls, isEmbedded: boolean): Promise<void> {
  try {
    await migrate(DIRECT_DATABASE_URL);
  } catch (error) {
    throw error instanceof MigrateError ? new Fault(error.message) : error;
  }
  if (!isEmbedded) return;
  await withClient(DIRECT_DATABASE_URL, (client) =>
    client.query(`ALTER ROLE ${APPLICATION} LOGIN PASSWORD ${client.escapeLiteral(new URL(DATABASE_URL).password)}`),
  );
}

export async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function newMemory(home: Home): Memory {
  if (existsSync(home.postgres))
    throw new Fault(
      `${home.database} is missing, which holds the passwords of ${home.postgres}; put it back from a backup.`,
    );
  return { ownerPassword: randomBytes(24).toString("base64url"), appPassword: randomBytes(24).toString("base64url") };
}

export function readMemory(home: Home): Memory | null {
  if (!existsSync(home.database)) return null;
  try {
    return JSON.parse(readFileSync(home.database, "utf8")) as Memory;
  } catch (error) {
    throw new Fault(`${home.database} is damaged (${messageOf(error)}); put it back from a backup.`);
  }
}

function writeMemory(home: Home, memory: Memory): void {
  writeFileSync(`${home.database}.new`, JSON.stringify(memory, null, 2), { mode: 0o600 });
  renameSync(`${home.database}.new`, home.database);
}

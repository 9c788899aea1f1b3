import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { Datasource } from "./arguments.ts";
import { takeCharColumns } from "./catalog-types.ts";
import { quote, withClient, withDatabase } from "./connection.ts";

/** Prisma's Postgres adapter with what the engine stumbles over put right. Each line below was seen to be needed. */
export function createAdapterFactory(datasource: Datasource): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connect(datasource.url),
    connectToShadowDb: () => connectToShadow(datasource),
  };
}

async function connect(connectionString: string): Promise<SqlDriverAdapter> {
  // One connection, because the advisory lock and the work it guards must be in one session.
  const adapter = await new PrismaPg({ connectionString, max: 1 }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);

  // The engine panics when the catalog's "char" columns arrive as text.
  adapter.queryRaw = async (query) => {
    takeCharColumns();
    const result = await queryRaw(query);
    const chars = takeCharColumns();
    const columnTypes = result.columnTypes.map((type, index) =>
      chars.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };

  // The adapter's own splits at every semicolon, which cuts function bodies and leaves a failed script half applied;
  // a statement without arguments goes out as one simple query, however many commands are in it.
  adapter.executeScript = async (sql) => {
    await adapter.executeRaw({ sql, args: [], argTypes: [] });
  };
  return adapter;
}

async function connectToShadow({ url, shadowDatabaseUrl }: Datasource): Promise<SqlDriverAdapter> {
  if (shadowDatabaseUrl) {
    await withClient(shadowDatabaseUrl, (client) => client.query(EMPTY_DATABASE));
    return connect(shadowDatabaseUrl);
  }
  const name = quote(`prisma_migrate_shadow_db_${randomUUID()}`);
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const adapter = await connect(withDatabase(url, name.slice(1, -1)));
  const dispose = adapter.dispose.bind(adapter);
  // The adapter's own drops the database while its pool is still open, which kills this process and leaks the database.
  adapter.dispose = async () => {
    try {
      await dispose();
    } finally {
      await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    }
  };
  return adapter;
}

const EMPTY_DATABASE = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public";

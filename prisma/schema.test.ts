import { afterAll, expect, inject, test } from "vitest";
import { cloneDatabase } from "./testing/databases.ts";
import { withOwner } from "./testing/server.ts";

// What must hold for every table, present and to come, and what Prisma's own comparison cannot see. Each query names
// the offenders.
const database = await cloneDatabase(inject("testRun"));
afterAll(database.drop);

/** Tables that the application reads and adds to, but must not change. */
const APPEND_ONLY = ["audit_entry", "audit_seal", "edition", "edition_content", "edition_erasure", "media_edition"];
/** Tables whose rows come and go, and never become others. */
const NEVER_CHANGED = ["media_placement", "media_rendition"];

test("the application may read and write the rows of every table, and change none of their shapes", async () => {
  expect(
    await offenders(
      `SELECT tablename || ' lacks ' || privilege FROM app_table, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS privilege
       WHERE NOT has_table_privilege('muejam_app', quote_ident(tablename), privilege)
         AND NOT (tablename = ANY ($1) AND privilege IN ('UPDATE', 'DELETE'))
         AND NOT (tablename = ANY ($2) AND privilege = 'UPDATE')`,
      [APPEND_ONLY, NEVER_CHANGED],
    ),
  ).toEqual([]);
  expect(
    await offenders(
      `SELECT tablename || ' grants ' || privilege FROM app_table, unnest(ARRAY['TRUNCATE', 'TRIGGER', 'REFERENCES']) AS privilege
       WHERE has_table_privilege('muejam_app', quote_ident(tablename), privilege)
       UNION ALL SELECT 'public grants CREATE' WHERE has_schema_privilege('muejam_app', 'public', 'CREATE')
       UNION ALL SELECT tablename || ' belongs to ' || tableowner FROM app_table WHERE tableowner = 'muejam_app'`,
    ),
  ).toEqual([]);
});

test("the application may use every sequence", async () => {
  expect(
    await offenders(
      `SELECT seqrelid::regclass::text FROM pg_sequence JOIN pg_class ON pg_class.oid = seqrelid
       WHERE relnamespace = 'public'::regnamespace AND NOT has_sequence_privilege('muejam_app', seqrelid, 'USAGE')`,
    ),
  ).toEqual([]);
});

test("an append-only table is one for the application", async () => {
  expect(
    await offenders(
      `SELECT tablename || ' grants ' || privilege FROM app_table, unnest(ARRAY['UPDATE', 'DELETE']) AS privilege
       WHERE tablename = ANY ($1) AND has_table_privilege('muejam_app', quote_ident(tablename), privilege)`,
      [APPEND_ONLY],
    ),
  ).toEqual([]);
});

test("every foreign key has an index that begins with its columns", async () => {
  expect(
    await offenders(
      `SELECT conrelid::regclass || '.' || conname FROM pg_constraint AS key
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
         SELECT FROM pg_index AS i WHERE i.indrelid = key.conrelid AND i.indpred IS NULL AND i.indisvalid
           AND (i.indkey::int2[])[0:cardinality(key.conkey) - 1] @> key.conkey)`,
    ),
  ).toEqual([]);
});

test("every foreign key says what a deletion does", async () => {
  expect(
    await offenders(
      `SELECT conrelid::regclass || '.' || conname FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confdeltype = 'a'`,
    ),
  ).toEqual([]);
});

test("every instant knows its time zone", async () => {
  expect(
    await offenders(
      `SELECT c.table_name || '.' || c.column_name FROM information_schema.columns AS c
       JOIN app_table ON app_table.tablename = c.table_name
       WHERE c.table_schema = 'public' AND c.data_type IN ('timestamp without time zone', 'time without time zone')`,
    ),
  ).toEqual([]);
});

test("every table has a primary key, and every constraint and index is valid", async () => {
  expect(
    await offenders(
      `SELECT tablename || ' has no primary key' FROM app_table WHERE NOT EXISTS (
         SELECT FROM pg_constraint WHERE conrelid = quote_ident(tablename)::regclass AND contype = 'p')
       UNION ALL SELECT conname || ' is not validated' FROM pg_constraint
         WHERE connamespace = 'public'::regnamespace AND NOT convalidated
       UNION ALL SELECT indexrelid::regclass || ' is not valid' FROM pg_index WHERE NOT indisvalid`,
    ),
  ).toEqual([]);
});

test("names are in snake case", async () => {
  expect(
    await offenders(
      `SELECT c.table_name || '.' || c.column_name FROM information_schema.columns AS c
       JOIN app_table ON app_table.tablename = c.table_name
       WHERE c.table_schema = 'public' AND (c.table_name || c.column_name) !~ '^[a-z0-9_]+$'`,
    ),
  ).toEqual([]);
});

async function offenders(query: string, values: unknown[] = []): Promise<string[]> {
  return withOwner(database.directUrl, async (client) => {
    await client.query(
      `CREATE TEMPORARY VIEW app_table AS
       SELECT tablename::text, tableowner::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    const { rows } = await client.query<string[]>({ text: query, values, rowMode: "array" });
    return rows.flat();
  });
}

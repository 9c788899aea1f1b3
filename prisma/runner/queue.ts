import { Logger, runMigrations } from "graphile-worker";
import { Pool } from "pg";

/** Installs or upgrades graphile-worker's own schema, then lets the application add jobs and look at them. */
export async function migrateQueue(directUrl: string): Promise<void> {
  const pgPool = new Pool({ connectionString: directUrl, max: 2, lock_timeout: 10_000, statement_timeout: 600_000 });
  // Without a listener a connection lost between two statements would end the process.
  pgPool.on("error", () => undefined);
  pgPool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) });
    await pgPool.query(GRANTS);
  } finally {
    await pgPool.end();
  }
}

// Its tables have row security without a policy, so grants alone would show the application nothing.
// add_job and add_jobs therefore run as their owner, and each table gets one policy for reading; creating a policy
// waits for running jobs, so it happens once.
const GRANTS = `
BEGIN;
GRANT USAGE ON SCHEMA graphile_worker TO muejam_app;
GRANT SELECT ON ALL TABLES IN SCHEMA graphile_worker TO muejam_app;
ALTER FUNCTION graphile_worker.add_job SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
ALTER FUNCTION graphile_worker.add_jobs SECURITY DEFINER SET search_path = pg_catalog, pg_temp;
DO $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT tablename FROM pg_tables WHERE schemaname = 'graphile_worker' AND rowsecurity
    EXCEPT SELECT tablename FROM pg_policies WHERE schemaname = 'graphile_worker' AND policyname = 'muejam_app_reads'
  LOOP
    EXECUTE format('CREATE POLICY muejam_app_reads ON graphile_worker.%I FOR SELECT TO muejam_app USING (true)', name);
  END LOOP;
END
$$;
COMMIT;`;

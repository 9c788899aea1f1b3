import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../local/postgres.ts";

/** The server named by TEST_DATABASE_URL, else a disposable one of our own, shared by every step. */
export async function withTestDatabase<T>(run: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  if (process.env["TEST_DATABASE_URL"]) return run(process.env);
  const home = await mkdtemp(join(tmpdir(), "muejam-verify-"));
  const [folder, log] = [join(home, "postgres"), join(home, "postgres.log")];
  const server = await startPostgres({ folder, log, password: "test", isDisposable: true });
  try {
    const client = new Client({ connectionString: server.url("postgres") });
    await client.connect();
    await client.query("CREATE DATABASE muejam_test");
    await client.end();
    return await run({ ...process.env, TEST_DATABASE_URL: server.url("muejam_test") });
  } finally {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

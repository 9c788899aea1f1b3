import { DatabaseError } from "pg";
import type { Datasource } from "./arguments.ts";
import { databaseOf, quote, withClient, withDatabase } from "./connection.ts";

type ExitCode = 0 | 1;

export function canConnect({ url }: Datasource): Promise<ExitCode> {
  return report(() => withClient(url, async () => undefined));
}

export function createDatabase({ url }: Datasource): Promise<ExitCode> {
  return report(() =>
    withClient(withDatabase(url, "postgres"), async (client) => {
      await client.query(`CREATE DATABASE ${quote(databaseOf(url))}`).catch(ignoreExisting);
    }),
  );
}

const DUPLICATE_DATABASE = "42P04";
/** Two creations at the very same moment collide in the catalog instead. */
const UNIQUE_VIOLATION = "23505";

/** What the command line understands, by the code of Postgres or of the socket. */
const ERROR_CODES: Record<string, string> = {
  "3D000": "P1003",
  "28P01": "P1000",
  "28000": "P1000",
  ECONNREFUSED: "P1001",
  ENOTFOUND: "P1001",
};

function ignoreExisting(error: unknown): void {
  const code = error instanceof DatabaseError ? error.code : undefined;
  if (code !== DUPLICATE_DATABASE && code !== UNIQUE_VIOLATION) throw error;
}

/** The command line reads the reason from a log line in JSON on stderr. */
async function report(work: () => Promise<void>): Promise<ExitCode> {
  try {
    await work();
    return 0;
  } catch (error) {
    const { code = "", message = "" }: { code?: string; message?: string } = error instanceof Error ? error : {};
    const fields = { message: message || code, error_code: ERROR_CODES[code] ?? "P1011" };
    process.stderr.write(`\n${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
    return 1;
  }
}

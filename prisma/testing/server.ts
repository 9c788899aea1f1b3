import { createHash } from "node:crypto";
import { Client } from "pg";

/** Tests create and drop databases, so they never touch a server that was not named for them. */
export function assertTestUrl(url: string): URL {
  const parsed = new URL(url);
  if (!parsed.pathname.endsWith("_test"))
    throw new Error(
      "TEST_DATABASE_URL must name a database that ends in _test, since tests create and drop databases.",
    );
  return parsed;
}

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** A login that becomes muejam_app at once. The role itself stays as it is, for others on the same server use it. */
export function withAppLogin(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = APP_LOGIN;
  url.password = appPassword(ownerUrl);
  return url.href;
}

export async function createAppLogin(client: Client, ownerUrl: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [APP_LOGIN]);
  if (!rowCount) await client.query(`CREATE ROLE ${APP_LOGIN} LOGIN IN ROLE muejam_app`);
  await client.query(`ALTER ROLE ${APP_LOGIN} PASSWORD '${appPassword(ownerUrl)}'`);
  await client.query(`ALTER ROLE ${APP_LOGIN} SET role = 'muejam_app'`);
}

export async function withOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const APP_LOGIN = "muejam_app_test";

function appPassword(ownerUrl: string): string {
  const { username, password } = new URL(ownerUrl);
  return createHash("sha256").update(`${APP_LOGIN}:${username}:${password}`).digest("hex");
}

import { createAppLogin, withAppLogin, withDatabase, withOwner } from "@muejam/db/testing/server";
import { bringUpToDate, type Urls } from "./database.ts";

/** Made anew beside the tests' database, so that nobody finds what a former run has left. */
export async function freshDatabase(testUrl: string, name: string): Promise<Urls> {
  await withOwner(testUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${name}`);
  });
  const direct = withDatabase(testUrl, name);
  await bringUpToDate({ DATABASE_URL: direct, DIRECT_DATABASE_URL: direct }, false);
  await withOwner(testUrl, (client) => createAppLogin(client, testUrl));
  return { DATABASE_URL: withDatabase(withAppLogin(testUrl), name), DIRECT_DATABASE_URL: direct };
}

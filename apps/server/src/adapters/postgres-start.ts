import { Client } from "pg";
import { StartError } from "../kernel/errors.ts";

const SKEW_MS = 2000;
const CONNECT_MS = 5000;
const PING_MS = 5000;
const SINGLE_PROCESS_LOCK = 72707370;

/** Refuses to start on a database that does not answer, or whose clock tells another time than ours. */
export async function checkDatabase(url: string, now: () => number = Date.now): Promise<void> {
  const client = await connect(url);
  try {
    const asked = now();
    const { rows } = await client.query<{ at: number }>(
      "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS at",
    );
    const skewMs = (rows[0]?.at ?? 0) - (asked + now()) / 2;
    if (Math.abs(skewMs) > SKEW_MS)
      throw new StartError(
        `The database's clock is ${Math.abs(skewMs / 1000).toFixed(1)} s ${skewMs > 0 ? "ahead of" : "behind"} this machine's; set both clocks and start again.`,
      );
  } finally {
    await client.end();
  }
}

/**
 * Makes this the only process on the database, for as long as it lives. `onLost` is called when that can no longer be
 * promised: the process must then stop before another one believes to be alone.
 */
export async function holdSingleProcess(
  directUrl: string,
  onLost: (why: string) => void,
): Promise<{ release(): Promise<void> }> {
  const client = await connect(directUrl);
  let isHeld = true;
  const lose = (why: string) => {
    if (isHeld) onLost(why);
    isHeld = false;
    clearInterval(pinging);
  };
  const pinging = setInterval(() => {
    client.query("SELECT 1").catch((error: Error) => lose(`the database no longer holds our lock: ${error.message}`));
  }, PING_MS);
  pinging.unref();
  client.on("error", (error) => lose(`the connection that holds our lock was lost: ${error.message}`));
  client.on("end", () => lose("the connection that holds our lock was closed"));
  const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1) AS taken", [
    SINGLE_PROCESS_LOCK,
  ]);
  const release = async () => {
    isHeld = false;
    clearInterval(pinging);
    await client.end();
  };
  if (rows[0]?.taken) return { release };
  await release();
  throw new StartError("Another MueJam process already uses this database; without REDIS_URL only one can run.");
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: "muejam start",
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
    keepAlive: true,
  });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new StartError(
      `The database ${pathname.slice(1)} at ${hostname}:${port || 5432} does not let us in: ${reasonOf(error)}.`,
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (error instanceof Error && error.message !== "" ? error.message : code || "no reason given");
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "no such host is known",
  ETIMEDOUT: "it did not answer in time",
  "28P01": "the password is wrong",
  "28000": "this role may not sign in",
  "3D000": "there is no such database",
  "53300": "it has no connection left",
  "57P03": "it is still starting or shutting down",
};

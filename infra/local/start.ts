import { isOwnMachine } from "../../apps/server/src/http/local-only.ts";
import { printBanner } from "./banner.ts";
import { build } from "./build.ts";
import { bringUpToDate, startEmbedded, type Urls } from "./database.ts";
import { Fault, run } from "./fault.ts";
import { assertCanStart } from "./guards.ts";
import { type Home, homeOf, rotate } from "./home.ts";
import { keysFor } from "./keys.ts";
import { sowLibrary } from "./library.ts";
import { type Lock, takeLock } from "./lock.ts";
import { freePort } from "./port.ts";
import { spawnServer, waitUntilReady } from "./server.ts";
import { listenForEnd } from "./signals.ts";

await run(async () => {
  const home = homeOf(process.env);
  await assertCanStart(home, process.env);
  const lock = await takeLock(home.lock, "start");
  const end = listenForEnd();
  const stops: (() => Promise<void>)[] = [];
  try {
    return await serve({ home, lock, signal: end.signal, asked: end.asked, stops });
  } finally {
    // What was started last stands on what was started first.
    for (const stop of stops.reverse()) await stop();
    lock.release();
  }
});

type Start = { home: Home; lock: Lock; signal: AbortSignal; asked: Promise<void>; stops: (() => Promise<void>)[] };

async function serve({ home, lock, signal, asked, stops }: Start): Promise<number> {
  const keys = keysFor(home, process.env);
  rotate(home.serverLog);
  rotate(home.postgresLog);
  const database = await openDatabase(home, stops);
  await Promise.all([bringUpToDate(database.urls, database.isEmbedded), build({ env: process.env, signal })]);
  if (signal.aborted) return 0;

  const port = Number(process.env["PORT"] || 3000) || (await freePort());
  const host = process.env["HOST"] || "127.0.0.1";
  const address = `http://${["0.0.0.0", "::"].includes(host) ? "127.0.0.1" : host}:${port}`;
  const place = { HOST: host, PORT: String(port), MUEJAM_HOME: home.folder, ASSETS_FOLDER: home.assets };
  const embedded = { EMBEDDED: database.isEmbedded ? "postgres" : "" };
  const env = { ...process.env, ...keys, ...database.urls, ...place, ...embedded };
  const isOwn = isOwnMachine({
    isDatabaseEmbedded: database.isEmbedded,
    databaseUrl: database.urls.DATABASE_URL,
    host,
    publicUrl: process.env["PUBLIC_URL"] || undefined,
  });
  const hasDemo = isOwn && !process.env["CLERK_SECRET_KEY"];
  if (hasDemo) await sowLibrary({ env, signal });
  if (signal.aborted) return 0;
  const entries: ("main" | "worker")[] = process.env["REDIS_URL"] ? ["main", "worker"] : ["main"];
  const servers = entries.map((entry) => spawnServer(entry, { env, log: home.serverLog }));
  stops.push(async () => void (await Promise.all(servers.map((server) => server.stop()))));
  await waitUntilReady(address, servers, signal);
  if (signal.aborted) return 0;

  lock.describe(address);
  const hasRedis = Boolean(process.env["REDIS_URL"]);
  const mail = process.env["RESEND_API_KEY"] ? "Resend" : isOwn ? "outbox at /dev/mail" : "kept in the database";
  const signIn = process.env["CLERK_SECRET_KEY"] ? "Clerk" : "built-in";
  printBanner({ address, home, isEmbedded: database.isEmbedded, hasRedis, hasDemo, mail, signIn });
  const broken = await Promise.race([asked.then(() => null), database.ended, ...servers.map(({ ended }) => ended)]);
  if (broken === null) return 0;
  throw new Fault(`MueJam stopped: ${broken}; ${home.serverLog} may say why.`);
}

type Database = { urls: Urls; isEmbedded: boolean; ended: Promise<string> };

async function openDatabase(home: Home, stops: Start["stops"]): Promise<Database> {
  const url = process.env["DATABASE_URL"];
  if (url) {
    const urls = { DATABASE_URL: url, DIRECT_DATABASE_URL: process.env["DIRECT_DATABASE_URL"] || url };
    return { urls, isEmbedded: false, ended: new Promise(() => undefined) };
  }
  const embedded = await startEmbedded(home);
  stops.push(embedded.stop);
  return { urls: embedded.urls, isEmbedded: true, ended: embedded.ended.then(() => "Postgres ended") };
}

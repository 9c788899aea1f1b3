import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { codeOf, Fault } from "./fault.ts";
import type { Place } from "./identity.ts";
import { freePort, whyTaken } from "./port.ts";
import { type Binaries, commandOf, findBinaries, type Owner } from "./postgres-binaries.ts";
import { assertVersion, clearLeftover } from "./postgres-leftover.ts";
import { endPostmaster, isGone, until } from "./processes.ts";

export const OWNER = "muejam";

export type Server = {
  readonly pid: number;
  readonly port: number;
  url(database: string, role?: { name: string; password: string }): string;
  /** Resolves when the server has ended, wanted or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

export type Launch = {
  folder: string;
  log: string;
  password: string;
  /** The port of the last time; another is taken when somebody else has it now. */
  port?: number | undefined;
  /** Where the last server on this folder was started. */
  place?: Place | undefined;
  /** Called before a server is started, so that the caller can note where. */
  onLaunch?: () => void;
  /** For data that nobody will miss: speed before safety. */
  isDisposable?: boolean;
};

export async function startPostgres(launch: Launch): Promise<Server> {
  const binaries = await findBinaries();
  assertVersion(launch.folder, binaries.major);
  if (!existsSync(join(launch.folder, "PG_VERSION"))) initialise(launch, binaries);
  await clearLeftover(launch.folder, launch.place);
  if (process.getuid?.() === 0) giveTo(launch.folder, binaries.owner ?? { uid: 0, gid: 0 });
  launch.onLaunch?.();
  for (let attempt = 1; ; attempt++) {
    const port = launch.port && attempt === 1 && !(await whyTaken(launch.port)) ? launch.port : await freePort();
    const server = await launchOn(port, launch, binaries);
    if (server) return server;
    if (attempt === 3) throw new Fault(`PostgreSQL did not start: ${lastLine(launch.log)} (more in ${launch.log})`);
  }
}

function initialise({ folder, password, isDisposable }: Launch, binaries: Binaries): void {
  // An initdb that was killed half way must not look like a database.
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.${randomBytes(6).toString("hex")}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (binaries.owner)
    for (const path of [unfinished, passwordFile]) chownSync(path, binaries.owner.uid, binaries.owner.gid);
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";
  const args = ["-D", unfinished, "-U", OWNER, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8"];
  args.push(
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--locale=${locale}`,
    ...(isDisposable ? ["--no-sync"] : []),
  );
  const made = spawnSync(...commandOf(binaries, binaries.initdb, args), {
    encoding: "utf8",
    cwd: "/",
    ...binaries.owner,
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0)
    throw new Fault(`The database folder could not be made: ${made.stderr || made.error?.message}`);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** Null when it ended before it was ready, for example since its port was taken in between. */
async function launchOn(port: number, launch: Launch, binaries: Binaries): Promise<Server | null> {
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "timezone=UTC",
    "max_connections=200",
  ];
  if (launch.isDisposable) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const args = ["-D", launch.folder, ...settings.flatMap((setting) => ["-c", setting])];
  const [command, all] = commandOf(binaries, binaries.postgres, args);
  const log = openSync(launch.log, "a", 0o600);
  // Detached and with another working folder: Ctrl-C must reach the application first, and an unmount must be possible.
  const child = spawn(command, all, { cwd: "/", detached: true, stdio: ["ignore", log, log], ...binaries.owner });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
  const server = serverOf(child, port, { password: launch.password, ended });
  let isUp = false;
  try {
    isUp = await isReady(server, child);
    return isUp ? server : null;
  } finally {
    if (!isUp) await server.stop();
  }
}

function serverOf(
  child: ChildProcess,
  port: number,
  { password, ended }: { password: string; ended: Promise<void> },
): Server {
  const pid = child.pid ?? 0;
  return {
    pid,
    port,
    ended,
    url: (database, role = { name: OWNER, password }) =>
      `postgresql://${role.name}:${role.password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      if (pid === 0 || isGone(pid)) return;
      await endPostmaster(pid);
      await ended;
    },
  };
}

/** Waits out a recovery after a crash; our password being accepted proves that it is our server. */
function isReady(server: Server, child: ChildProcess): Promise<boolean> {
  const isUp = async (): Promise<boolean> => {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return true;
    const client = new Client({ connectionString: server.url("postgres"), connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (codeOf(error) === "28P01")
        throw new Fault(
          "The embedded database does not accept its password: database.json and postgres/ do not belong together.",
        );
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  return until(isUp, 300_000).then(
    (isUp) => isUp && child.exitCode === null && child.signalCode === null && !!child.pid,
  );
}

/** A folder made by another way of running is handed over whole. */
function giveTo(folder: string, { uid, gid }: Owner): void {
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    chownSync(join(folder, entry), uid, gid);
  chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
}

function lastLine(log: string): string {
  const lines = readFileSync(log, "utf8").trim().split("\n");
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? "it says nothing";
}

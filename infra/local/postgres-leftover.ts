import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "./fault.ts";
import { type Place, startedAt, whereIs } from "./identity.ts";
import { endPostmaster, until } from "./processes.ts";

/**
 * Clears what a killed start left in a data folder: its server is stopped, its pid file removed once nothing can be using it.
 * `place` is where the last server was started, as far as it is known.
 */
export async function clearLeftover(folder: string, place: Place | undefined): Promise<void> {
  const pidFile = join(folder, "postmaster.pid");
  const pid = readPid(pidFile);
  if (pid === null) return;
  const where = place ? whereIs(place) : "elsewhere";
  if (where !== "rebooted") {
    if (servesFolder(pid, folder)) await endPostmaster(pid);
    else if (where === "elsewhere")
      throw new Fault(
        `A PostgreSQL server of another container or machine may be using ${folder}; if it is gone for good, delete ${pidFile} and start again.`,
      );
    // Sessions of a killed server live on for a moment, and a second server beside them would destroy the data.
    if (!(await until(() => processesIn(folder).length === 0, 10_000)))
      throw new Fault(`Processes ${processesIn(folder).join(", ")} still use ${folder}; end them and start again.`);
  }
  rmSync(pidFile, { force: true });
}

/** Another major version's files cannot be read, and must not be tried. */
export function assertVersion(folder: string, major: number): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const version = join(folder, "PG_VERSION");
  if (!existsSync(version))
    throw new Fault(`${folder} holds something else than a PostgreSQL database; it was not touched.`);
  const found = readFileSync(version, "utf8").trim();
  if (found !== String(major))
    throw new Fault(
      `The data in ${folder} is of PostgreSQL ${found}, this code brings PostgreSQL ${major}; it was not touched (see infra/runbooks/backup-and-restore.md).`,
    );
}

function readPid(pidFile: string): number | null {
  if (!existsSync(pidFile)) return null;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  return pid > 0 ? pid : 0;
}

function servesFolder(pid: number, folder: string): boolean {
  return process.platform === "linux" ? processesIn(folder).includes(pid) : startedAt(pid) !== null;
}

/** Every process of a server works in its data folder. */
function processesIn(folder: string): number[] {
  if (process.platform !== "linux") return [];
  const real = realpathSync(folder);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => cwdOf(name) === real && startedAt(Number(name)) !== null)
    .map(Number);
}

function cwdOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

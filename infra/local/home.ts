import { accessSync, constants, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { codeOf, Fault } from "./fault.ts";

export const checkout = resolve(import.meta.dirname, "../..");

const LOG_BYTES_MAX = 4_000_000;

/** Everything that this installation writes outside the checkout's sources lies under one folder. */
export type Home = ReturnType<typeof homeAt>;

export function homeAt(folder: string) {
  return {
    folder,
    lock: join(folder, "lock"),
    keys: join(folder, "keys.json"),
    database: join(folder, "database.json"),
    postgres: join(folder, "postgres"),
    files: join(folder, "files"),
    assets: join(folder, "assets"),
    serverLog: join(folder, "log", "server.log"),
    postgresLog: join(folder, "log", "postgres.log"),
  };
}

export function homeOf(env: NodeJS.ProcessEnv): Home {
  return homeAt(resolve(checkout, env["MUEJAM_HOME"] || ".muejam"));
}

export function assertWritable({ folder }: Home): void {
  const fault = new Fault(`The folder ${folder} cannot be written to; set MUEJAM_HOME to one that can.`);
  try {
    make(join(folder, "log"));
    for (const path of [folder, join(folder, "log")]) accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS", "ENOTDIR", "ENOENT"].includes(codeOf(error) ?? "")) throw fault;
    throw error;
  }
}

/** Node's own recursive mkdir never ends where the system refuses a folder in an existing one with ENOENT, as /proc does. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** Keeps the log of the run before as `.1`, once it has grown beyond a few megabytes. */
export function rotate(log: string): void {
  mkdirSync(dirname(log), { recursive: true });
  if (existsSync(log) && statSync(log).size > LOG_BYTES_MAX) renameSync(log, `${log}.1`);
}

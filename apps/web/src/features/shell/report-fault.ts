import type { FaultReport } from "@muejam/contracts/fault";
import { posting } from "../../lib/auth-door.ts";
import { ownBuild } from "../../lib/newer-build.ts";

/** Tells the server that a page broke. What it may be quoted by, or null when nobody has heard. */
export async function reportFault(error: unknown, route: string): Promise<string | null> {
  try {
    const answer = await fetch("/api/faults", { ...posting(reportOf(error, route)), credentials: "omit" });
    return answer.ok ? answer.headers.get("x-request-id") : null;
  } catch {
    return null;
  }
}

/** Where it broke, in our own files; not in whose page, nor with what words. */
export function reportOf(error: unknown, route: string): FaultReport {
  const { name, stack = "" } = error instanceof Error ? error : new Error();
  return {
    build: ownBuild() ?? "unbuilt",
    route,
    kind: /^[A-Za-z]\w{0,59}$/.test(name) ? name : "Error",
    places: (stack.match(/(?<=\/)(assets|src)\/[\w@$.{}/-]{1,120}:\d{1,7}:\d{1,7}/g) ?? []).slice(0, 12),
  };
}

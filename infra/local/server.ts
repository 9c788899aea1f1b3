import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "./fault.ts";
import { checkout } from "./home.ts";
import { endProcess, until } from "./processes.ts";

/** `hasSpoken`: a server that cannot start says why on stderr and exits with 1. */
export type Running = { ended: Promise<string>; hasEnded(): boolean; hasSpoken(): boolean; stop(): Promise<void> };

// The server gives its drain nine seconds, and everything together may take ten.
const DRAIN_MS = 9_200;

/** Runs one of the server's entries; its log goes to the file, what it says on stderr to the terminal. */
export function spawnServer(entry: "main" | "worker", { env, log }: { env: NodeJS.ProcessEnv; log: string }): Running {
  const output = openSync(log, "a", 0o600);
  const args = ["--import", join(import.meta.dirname, "leash.mjs"), `apps/server/src/${entry}.ts`];
  // Detached: Ctrl-C reaches it through us, once, and in the right order.
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env,
    detached: true,
    stdio: ["ignore", output, "inherit"],
  });
  closeSync(output);
  let isOver = false;
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`${entry}.ts ended (${signal ?? `exit ${code}`})`));
    child.once("error", (error) => resolve(`${entry}.ts could not be started: ${error.message}`));
  }).finally(() => {
    isOver = true;
  });
  return {
    ended,
    hasEnded: () => isOver,
    hasSpoken: () => child.exitCode === 1,
    stop: async () => {
      if (child.pid && !isOver) await endProcess(child.pid, DRAIN_MS);
      await ended;
    },
  };
}

/** Waits until the address says that everything behind it works. */
export async function waitUntilReady(address: string, servers: readonly Running[], signal: AbortSignal): Promise<void> {
  const isReady = async (): Promise<boolean> => {
    if (signal.aborted || servers.some((server) => server.hasEnded())) return true;
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  };
  const isUp = await until(isReady, 90_000);
  const dead = servers.find((server) => server.hasEnded());
  if (dead) throw dead.hasSpoken() ? new Fault() : new Fault(`The server did not start: ${await dead.ended}.`);
  if (!isUp) throw new Fault(`The server does not become ready; ${address}/health/ready says why.`);
}

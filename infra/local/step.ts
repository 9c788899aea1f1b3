import { spawn } from "node:child_process";
import { codeOf } from "./fault.ts";
import { checkout } from "./home.ts";

export type Outcome = { code: number; output: string; ms: number };
export type Surroundings = { env: NodeJS.ProcessEnv; signal: AbortSignal; limitSeconds?: number };
export type TestRun = Surroundings & { folder: string; isDeep: boolean };

/** Runs a command from the root of the checkout and keeps what it says. */
export function execute(
  [program = "", ...args]: readonly string[],
  { env, signal, limitSeconds = 300 }: Surroundings,
): Promise<Outcome> {
  const startedAt = performance.now();
  // In its own group: Ctrl-C reaches it and its children through us, once.
  const child = spawn(program, args, { cwd: checkout, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const end = (): void => endGroup(child.pid);
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  let output = "";
  const limit = setTimeout(() => {
    output += `\nIt did not end within ${limitSeconds} seconds.`;
    endGroup(child.pid, "SIGKILL");
  }, limitSeconds * 1000);
  child.stdout.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk));
  return new Promise((resolve) => {
    const settle = (code: number): void => {
      clearTimeout(limit);
      signal.removeEventListener("abort", end);
      resolve({ code, output: output.trim(), ms: performance.now() - startedAt });
    };
    child.once("error", (error) => {
      output += error.message;
      settle(127);
    });
    child.once("close", (code) => settle(code ?? 1));
  });
}

export function printStep(name: string, { code, ms, output }: Outcome): void {
  console.log(`  ${code === 0 ? "✓" : "✗"} ${name.padEnd(18)}${(ms / 1000).toFixed(1).padStart(6)} s`);
  if (code !== 0) console.log(`\n${output}\n`);
}

function endGroup(pid: number | undefined, name: NodeJS.Signals = "SIGTERM"): void {
  try {
    if (pid) process.kill(-pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

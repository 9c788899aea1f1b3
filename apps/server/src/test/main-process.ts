import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { variables } from "./variables.ts";

const Line = z.object({ level: z.number(), msg: z.string(), at: z.string().optional() }).loose();
const Memory = z.object({ rss: z.number(), heapUsed: z.number(), external: z.number() });

/** The process as it is run, on this test's database. `faults` is what it logged as its own. */
export async function startMain(changes: Record<string, string> = {}) {
  const source = join(import.meta.dirname, "..");
  const args = ["--expose-gc", "--import", join(import.meta.dirname, "memory-probe.ts"), join(source, "main.ts")];
  const env = { PATH: process.env["PATH"], HOST: "127.0.0.1", PORT: "0", ...variables(), ...changes };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const { stdout: output } = child;
  if (!output) throw new Error("main.ts has no output");
  const faults: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`main.ts ended with ${code}`)));
    createInterface({ input: output }).on("line", (text) => {
      const { level, msg, at } = Line.parse(JSON.parse(text));
      if (msg === "listening" && at) resolve(at);
      if (level >= 50) faults.push(text);
    });
  });
  return { address, faults, memory: () => memoryOf(child), stop: () => stop(child) };
}

async function memoryOf(child: ChildProcess): Promise<z.infer<typeof Memory>> {
  child.send("collect");
  const [told]: unknown[] = await once(child, "message");
  return Memory.parse(told);
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

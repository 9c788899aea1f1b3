import { spawn } from "node:child_process";
import { join } from "node:path";
import { Fault } from "../local/fault.ts";
import { checkout } from "../local/home.ts";
import { freePort } from "../local/port.ts";
import { endProcess, until } from "../local/processes.ts";

export type Server = { address: string; stop(): Promise<void> };

/** One program on a port of its own, ready when `path` answers. */
export async function startServer(file: string, env: NodeJS.ProcessEnv, path: string): Promise<Server> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(checkout, file)], {
    cwd: checkout,
    env: { ...env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Fault(`${file} could not be started.`);
  const stop = async (): Promise<void> => endProcess(pid, 9_200);
  const isReady = async () =>
    child.exitCode !== null ||
    (await fetch(`${address}${path}`).then(
      (answer) => answer.ok,
      () => false,
    ));
  if ((await until(isReady, 60_000)) && child.exitCode === null) return { address, stop };
  await stop();
  throw new Fault(`${file} does not answer.`);
}

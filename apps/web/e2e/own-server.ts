import { type ChildProcess, spawn } from "node:child_process";
import { checkout } from "../../../infra/local/home.ts";
import { freshKeys } from "../../../infra/local/keys.ts";
import { freePort } from "../../../infra/local/port.ts";
import { freshDatabase } from "../../../infra/local/scratch-database.ts";
import { expect } from "./page.ts";

/** A server for one journey alone, since it is killed there: nothing else may wait for it. */
export async function ownServer(database: string) {
  const port = await freePort();
  const urls = await freshDatabase(process.env["TEST_DATABASE_URL"] ?? "", database);
  const place = { EMBEDDED: "postgres", HOST: "127.0.0.1", PORT: String(port), TRUSTED_PROXIES: "127.0.0.1" };
  const env = { ...process.env, ...urls, ...freshKeys("test"), ...place };
  const address = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  return {
    address,
    async start(): Promise<void> {
      child = spawn(process.execPath, ["apps/server/src/main.ts"], { cwd: checkout, env, stdio: "ignore" });
      const isReady = () =>
        fetch(`${address}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        );
      await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
    },
    /** As a power cut does, with -9. */
    async kill(): Promise<void> {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const isGone = new Promise((resolve) => child?.once("exit", resolve));
      child.kill("SIGKILL");
      await isGone;
    },
  };
}

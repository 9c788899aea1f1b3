import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe } from "vitest";

const PROGRAM = "redis-server";

const testRedisUrl = process.env["TEST_REDIS_URL"] || undefined;
export const hasRedisServer = spawnSync(PROGRAM, ["--version"]).status === 0;

/** For the title of a suite that kills its own server. */
export const whyNoServer = hasRedisServer ? "" : ` (no ${PROGRAM} on this machine)`;

/** A server that nobody else uses, to be killed, stopped (SIGSTOP) and woken (SIGCONT) at will. */
export type PrivateRedis = {
  readonly url: string;
  signal(signal: NodeJS.Signals): void;
  /** The same address again, after a kill; what it held is gone. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function startRedis(): Promise<PrivateRedis> {
  const port = await findFreePort();
  const folder = await mkdtemp(join(tmpdir(), "muejam-redis-"));
  const url = `redis://127.0.0.1:${port}`;
  let server = await launch(port, folder);
  const end = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
  };
  return {
    url,
    signal: (signal) => void server.kill(signal),
    restart: async () => {
      await end();
      server = await launch(port, folder);
    },
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the suite on TEST_REDIS_URL, else on a server of its own; where there is neither, its title says why it is skipped. */
export function describeRedis(name: string, suite: (redis: { readonly url: string }) => void): void {
  const canRun = testRedisUrl !== undefined || hasRedisServer;
  describe.skipIf(!canRun)(`${name}${canRun ? "" : ` (no ${PROGRAM} on this machine)`}`, () => {
    const redis = { url: testRedisUrl ?? "" };
    let own: PrivateRedis | undefined;
    beforeAll(async () => {
      if (testRedisUrl) return;
      own = await startRedis();
      redis.url = own.url;
    });
    afterAll(() => own?.stop());
    suite(redis);
  });
}

async function launch(port: number, folder: string) {
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
  const server = spawn(PROGRAM, settings, { stdio: "ignore" });
  const probe = new Redis(port, "127.0.0.1", {
    lazyConnect: true,
    retryStrategy: () => 20,
    maxRetriesPerRequest: null,
  });
  probe.on("error", () => undefined);
  try {
    await Promise.race([
      probe.ping(),
      once(server, "exit").then(() => Promise.reject(new Error("redis-server ended at once."))),
      wait(10_000, undefined, { ref: false }).then(() =>
        Promise.reject(new Error("redis-server did not answer in 10 s.")),
      ),
    ]);
  } finally {
    probe.disconnect();
  }
  return server;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No free port was given.");
  return address.port;
}

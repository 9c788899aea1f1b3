import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { createDatabase } from "./database.ts";
import { Fault } from "./fault.ts";
import { placeHere } from "./identity.ts";
import { findOnPath } from "./path.ts";
import { freePort } from "./port.ts";
import { startPostgres } from "./postgres.ts";
import { clearLeftover } from "./postgres-leftover.ts";
import { endProcess, until } from "./processes.ts";

export type Services = { env: Record<string, string>; notes: string[]; stop(): Promise<void> };

type Service = { url: string | null; note: string; stop(): Promise<void> };

/** The servers that tests may do what they like to. Those of the application are never looked at. */
export async function startTestServices(folder: string, env: NodeJS.ProcessEnv): Promise<Services> {
  assertTestDatabase(env["TEST_DATABASE_URL"]);
  mkdirSync(folder, { recursive: true });
  const postgres = env["TEST_DATABASE_URL"] ? given(env["TEST_DATABASE_URL"]) : await startTestPostgres(folder);
  const redisUrl = env["TEST_REDIS_URL"] || env["REDIS_URL"];
  const redis = redisUrl ? given(redisUrl) : await startTestRedis();
  return {
    env: { TEST_DATABASE_URL: postgres.url ?? "", ...(redis.url && { TEST_REDIS_URL: redis.url }) },
    notes: [`Postgres: ${postgres.note}`, `Redis: ${redis.note}`],
    stop: async () => void (await Promise.all([postgres.stop(), redis.stop()])),
  };
}

export function assertTestDatabase(url: string | undefined): void {
  if (!url) return;
  if (!URL.canParse(url) || !new URL(url).pathname.endsWith("_test"))
    throw new Fault(
      "TEST_DATABASE_URL must name a database that ends in _test, since tests create and drop databases.",
    );
}

async function startTestPostgres(home: string): Promise<Service> {
  const folder = join(home, "postgres");
  const password = randomBytes(16).toString("hex");
  // A run that was killed left a server whose password nobody knows any more, and data that nobody needs.
  await clearLeftover(folder, placeHere());
  rmSync(folder, { recursive: true, force: true });
  const server = await startPostgres({ folder, log: join(home, "postgres.log"), password, isDisposable: true });
  await createDatabase(server.url("postgres"), "muejam_test");
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url("muejam_test"), note: "embedded, for this run", stop };
}

async function startTestRedis(): Promise<Service> {
  const program = findOnPath("redis-server");
  if (!program)
    return { url: null, note: "none (no redis-server on PATH, no TEST_REDIS_URL)", stop: async () => undefined };
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", "/"];
  const child = spawn(program, args, { cwd: "/", detached: true, stdio: "ignore" });
  child.on("error", () => undefined);
  const pid = child.pid ?? 0;
  const isUp = await until(() => answers(port), 10_000);
  if (!isUp || !pid) throw new Fault(`${program} does not start on port ${port}.`);
  return { url: `redis://127.0.0.1:${port}`, note: "redis-server, for this run", stop: () => endProcess(pid, 5_000) };
}

function given(url: string): Service {
  return { url, note: `yours at ${new URL(url).host}`, stop: async () => undefined };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { urlsOfRunning } from "./database.ts";
import { checkout, type Home, homeAt } from "./home.ts";
import { holderOf } from "./lock.ts";
import { freePort } from "./port.ts";
import { until } from "./processes.ts";

type Started = {
  home: Home;
  address: string;
  npm: ChildProcess;
  said(): string;
  exit: Promise<number | null>;
  startedAt: number;
};

const inherited = Object.entries(process.env).filter(
  ([name]) => !/^(NODE_ENV|VITEST.*|TEST|DATABASE_URL|DIRECT_DATABASE_URL|REDIS_URL|HOST)$/.test(name),
);

function newHome(): Home {
  const home = homeAt(mkdtempSync(join(tmpdir(), "muejam-start-")));
  onTestFinished(() => rmSync(home.folder, { recursive: true, force: true }));
  return home;
}

/** Like a terminal: a process group of its own, which Ctrl-C reaches whole. */
async function npmStart(
  home: Home,
  env: NodeJS.ProcessEnv = {},
  user: { uid?: number; gid?: number } = {},
): Promise<Started> {
  const port = env["PORT"] ?? String(await freePort());
  const all = { ...Object.fromEntries(inherited), MUEJAM_HOME: home.folder, PORT: port, ...env };
  const npm = spawn("npm", ["start"], {
    cwd: checkout,
    env: all,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  let said = "";
  npm.stdout.on("data", (chunk: Buffer) => (said += chunk));
  npm.stderr.on("data", (chunk: Buffer) => (said += chunk));
  const exit = new Promise<number | null>((resolve) => npm.once("close", resolve));
  onTestFinished(async () => {
    if (npm.exitCode === null && npm.signalCode === null) process.kill(-(npm.pid ?? 0), "SIGTERM");
    await exit;
  });
  return { home, address: `http://127.0.0.1:${port}`, npm, said: () => said, exit, startedAt: Date.now() };
}

async function ready(started: Started): Promise<number> {
  const isUp = async (): Promise<boolean> =>
    started.npm.exitCode !== null || ((await fetch(`${started.address}/health/ready`).catch(() => null))?.ok ?? false);
  expect(await until(isUp, 120_000), started.said()).toBe(true);
  expect(await until(() => started.said().includes("Ctrl-C"), 10_000), started.said()).toBe(true);
  return Date.now() - started.startedAt;
}

/** Every process carries its home in its environment; those of Postgres, which may not be asked, work in it. */
function processesOf({ folder }: Home): string[] {
  return readdirSync("/proc").filter(
    (pid) => /^\d+$/.test(pid) && pid !== String(process.pid) && belongsTo(pid, folder),
  );
}

function belongsTo(pid: string, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)) return true;
    return readFileSync(`/proc/${pid}/environ`, "utf8").includes(`MUEJAM_HOME=${folder}\u0000`);
  } catch {
    return false;
  }
}

async function expectNothingLeft(home: Home): Promise<void> {
  await until(() => processesOf(home).length === 0, 10_000);
  expect(processesOf(home)).toEqual([]);
  for (const file of [home.lock, join(home.postgres, "postmaster.pid")]) expect(existsSync(file), file).toBe(false);
}

async function refused(started: Started): Promise<string> {
  expect(await started.exit).not.toBe(0);
  expect(processesOf(started.home)).toEqual([]);
  return started
    .said()
    .replaceAll(/^(>.*|npm .*|)\n/gm, "")
    .trim();
}

async function takePort(): Promise<string> {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return String(port);
}

beforeAll(async () => {
  const home = homeAt(mkdtempSync(join(tmpdir(), "muejam-start-")));
  const port = String(await freePort());
  const env = { ...Object.fromEntries(inherited), MUEJAM_HOME: home.folder, PORT: port, LOG_LEVEL: "nonsense" };
  // Installs and refuses: what follows measures starts, not installs.
  const npm = spawn("npm", ["start"], { cwd: checkout, env, stdio: "ignore" });
  await new Promise((resolve) => npm.once("close", resolve));
  rmSync(home.folder, { recursive: true, force: true });
}, 300_000);

test.each([
  ["Ctrl-C", (pid: number) => process.kill(-pid, "SIGINT")],
  ["SIGTERM to everybody", (pid: number) => process.kill(-pid, "SIGTERM")],
  ["SIGTERM to npm alone", (pid: number) => process.kill(pid, "SIGTERM")],
  ["SIGKILL to npm alone", (pid: number) => process.kill(pid, "SIGKILL")],
])(
  "%s ends everything within ten seconds",
  async (_, end) => {
    const started = await npmStart(newHome());
    await ready(started);
    const endedAt = Date.now();
    end(started.npm.pid ?? 0);
    await started.exit;
    await expectNothingLeft(started.home);
    expect(Date.now() - endedAt).toBeLessThan(10_000);
  },
  180_000,
);

test("the second start takes a moment, and finds what the first has written", async () => {
  const home = newHome();
  const first = await npmStart(home);
  await ready(first);
  const keys = readFileSync(home.keys, "utf8");
  process.kill(-(first.npm.pid ?? 0), "SIGINT");
  await first.exit;
  expect(await ready(await npmStart(home))).toBeLessThan(10_000);
  expect(readFileSync(home.keys, "utf8")).toBe(keys);
}, 180_000);

test("what a start killed with -9 leaves behind is cleared by the next", async () => {
  const home = newHome();
  const first = await npmStart(home);
  await ready(first);
  process.kill(holderOf(home.lock)?.pid ?? 0, "SIGKILL");
  expect(await first.exit).not.toBe(0);
  const second = await npmStart(home);
  await ready(second);
  process.kill(-(second.npm.pid ?? 0), "SIGINT");
  await second.exit;
  await expectNothingLeft(home);
}, 180_000);

test("of two starts at once on one folder, one runs and one says so", async () => {
  const home = newHome();
  const both = await Promise.all([npmStart(home), npmStart(home)]);
  const loser = await Promise.race(both.map((one) => one.exit.then(() => one)));
  expect(loser.said()).toMatch(/MueJam is already running from this folder/);
  const winner = both.find((one) => one !== loser);
  if (winner) await ready(winner);
}, 180_000);

test("a second process on one database without Redis is refused", async () => {
  const first = await npmStart(newHome());
  await ready(first);
  const second = await npmStart(newHome(), urlsOfRunning(first.home));
  expect((await refused(second)).split("\n")).toHaveLength(1);
}, 180_000);

test.each([
  ["a busy port", async () => ({ PORT: await takePort() }), /^Port \d+ is taken by another program/],
  [
    "a dead DATABASE_URL",
    async () => ({ DATABASE_URL: `postgresql://a:b@127.0.0.1:${await freePort()}/c` }),
    /nothing listens there \(DATABASE_URL\)\.$/,
  ],
  [
    "several bad variables",
    async () => ({ PORT: "many", LOG_LEVEL: "loud" }),
    /PORT.*\n.*LOG_LEVEL|LOG_LEVEL.*\n.*PORT/,
  ],
])(
  "%s is said in a sentence",
  async (_, env, sentence) => {
    const said = await refused(await npmStart(newHome(), await env()));
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/^\s+at /m);
  },
  60_000,
);

test("data of another Postgres version is refused and left alone", async () => {
  const home = newHome();
  mkdirSync(home.postgres);
  for (const [file, text] of [
    [home.keys, "{}"],
    [home.database, "{}"],
    [join(home.postgres, "PG_VERSION"), "15\n"],
  ] as const)
    writeFileSync(file, text);
  expect(await refused(await npmStart(home))).toMatch(
    /is of PostgreSQL 15, this code brings PostgreSQL 18; it was not touched/,
  );
  expect(readdirSync(home.postgres)).toEqual(["PG_VERSION"]);
}, 60_000);

test("a folder that may not be written to is said in a sentence", async () => {
  const home = newHome();
  chmodSync(home.folder, 0o555);
  // Root may write everywhere, so it steps down for this.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const said = await refused(await npmStart(home, { HOME: "/nonexistent" }, nobody));
  expect(said).toContain(`The folder ${home.folder} cannot be written to; set MUEJAM_HOME to one that can.`);
}, 60_000);

import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { withClient } from "./database.ts";
import { placeHere } from "./identity.ts";
import { type Launch, type Server, startPostgres } from "./postgres.ts";
import { isGone } from "./processes.ts";

function newLaunch(): Launch {
  const home = mkdtempSync(join(tmpdir(), "muejam-pg-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return {
    folder: join(home, "postgres"),
    log: join(home, "log"),
    password: "p",
    place: placeHere(),
    isDisposable: true,
  };
}

async function start(launch: Launch): Promise<Server> {
  const server = await startPostgres(launch);
  onTestFinished(() => server.stop());
  return server;
}

const rowsOf = (server: Server, sql: string): Promise<unknown[]> =>
  withClient(server.url("postgres"), async (client) => (await client.query(sql)).rows);

test("a folder is made, kept and opened again, with a locale of its own and only on this machine", async () => {
  const launch = newLaunch();
  const first = await start(launch);
  await rowsOf(first, "CREATE TABLE kept AS SELECT 'Émile' AS name");
  expect(await rowsOf(first, "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'template1'")).toEqual([
    { datlocprovider: "b", datlocale: "C.UTF-8" },
  ]);
  expect(await rowsOf(first, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await rowsOf(first, "SELECT DISTINCT auth_method FROM pg_hba_file_rules")).toEqual([
    { auth_method: "scram-sha-256" },
  ]);
  await first.stop();
  expect(isGone(first.pid)).toBe(true);
  const second = await start(launch);
  expect(await rowsOf(second, "SELECT lower(name) AS name FROM kept")).toEqual([{ name: "émile" }]);
});

test("a busy port is not fatal", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = address && typeof address === "object" ? address.port : 0;
  expect((await start({ ...newLaunch(), port })).port).not.toBe(port);
});

test("data of another major version is refused and left alone", async () => {
  const launch = newLaunch();
  mkdirSync(launch.folder);
  writeFileSync(join(launch.folder, "PG_VERSION"), "15\n");
  await expect(startPostgres(launch)).rejects.toThrow(
    /is of PostgreSQL 15, this code brings PostgreSQL 18; it was not touched/,
  );
  expect(readdirSync(launch.folder)).toEqual(["PG_VERSION"]);
});

test("a folder with something else in it is refused and left alone", async () => {
  const launch = newLaunch();
  mkdirSync(launch.folder);
  writeFileSync(join(launch.folder, "novel.txt"), "");
  await expect(startPostgres(launch)).rejects.toThrow(/something else than a PostgreSQL database/);
  expect(readdirSync(launch.folder)).toEqual(["novel.txt"]);
});

test("the server of a killed start is stopped before another opens its folder", async () => {
  const launch = newLaunch();
  const orphan = await start(launch);
  await rowsOf(orphan, "CREATE TABLE written AS SELECT 1 AS n");
  const next = await start({ ...launch, port: orphan.port });
  expect(isGone(orphan.pid)).toBe(true);
  expect(await rowsOf(next, "SELECT n FROM written")).toEqual([{ n: 1 }]);
});

test("a server killed with -9 leaves a folder that recovers", async () => {
  const launch = { ...newLaunch(), isDisposable: false };
  const killed = await start(launch);
  await rowsOf(killed, "CREATE TABLE written AS SELECT 1 AS n");
  process.kill(killed.pid, "SIGKILL");
  await killed.ended;
  expect(existsSync(join(launch.folder, "postmaster.pid"))).toBe(true);
  expect(await rowsOf(await start(launch), "SELECT n FROM written")).toEqual([{ n: 1 }]);
});

test("a pid file whose number belongs to another program by now does not stop a start, nor that program", async () => {
  const launch = newLaunch();
  await (await start(launch)).stop();
  const stranger = spawn("sleep", ["60"]);
  onTestFinished(() => void stranger.kill());
  writeFileSync(join(launch.folder, "postmaster.pid"), `${stranger.pid}\n${launch.folder}\n`);
  await start(launch);
  expect(stranger.exitCode).toBeNull();
  expect(isGone(stranger.pid ?? 0)).toBe(false);
});

test("a pid file from another container is believed", async () => {
  const launch = newLaunch();
  await (await start(launch)).stop();
  const pidFile = join(launch.folder, "postmaster.pid");
  writeFileSync(pidFile, `${spawnSync("true").pid}\n${launch.folder}\n`);
  const place = { ...placeHere(), namespace: "pid:[1]" };
  await expect(startPostgres({ ...launch, place })).rejects.toThrow(/another container or machine may be using/);
  expect(existsSync(pidFile)).toBe(true);
});

test("an initdb that was killed half way is begun again", async () => {
  const launch = newLaunch();
  mkdirSync(`${launch.folder}.unfinished`);
  writeFileSync(join(`${launch.folder}.unfinished`, "PG_VERSION"), "18\n");
  await start(launch);
  expect(existsSync(`${launch.folder}.unfinished`)).toBe(false);
});

test("a server that cannot start says so with its own last words", async () => {
  const launch = newLaunch();
  await (await start(launch)).stop();
  execFileSync("sh", ["-c", "echo 'max_connections = many' >> postgresql.auto.conf"], { cwd: launch.folder });
  await expect(startPostgres(launch)).rejects.toThrow(/PostgreSQL did not start: .*max_connections|contains errors/);
  expect(readFileSync(launch.log, "utf8")).toContain("max_connections");
});

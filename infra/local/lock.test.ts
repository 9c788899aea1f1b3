import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { identityOf, placeHere } from "./identity.ts";
import { type Holder, holderOf, takeLock } from "./lock.ts";

const newFile = (): string => join(mkdtempSync(join(tmpdir(), "muejam-lock-")), "lock");

function write(file: string, holder: Partial<Holder>): void {
  writeFileSync(file, JSON.stringify({ ...identityOf(process.pid), command: "start", ...holder }));
}

function deadPid(): number {
  return spawnSync("true").pid;
}

test("a free lock is taken, named and given back", async () => {
  const file = newFile();
  const lock = await takeLock(file, "start");
  lock.describe("http://127.0.0.1:3000");
  expect(holderOf(file)).toMatchObject({ pid: process.pid, command: "start", address: "http://127.0.0.1:3000" });
  lock.release();
  expect(existsSync(file)).toBe(false);
});

test("a living holder is named in one sentence", async () => {
  const file = newFile();
  const child = spawn("sleep", ["60"]);
  onTestFinished(() => void child.kill());
  write(file, { ...identityOf(child.pid ?? 0), address: "http://127.0.0.1:3000" });
  await expect(takeLock(file, "start")).rejects.toThrow(
    `MueJam is already running from this folder at http://127.0.0.1:3000 (npm run start, process ${child.pid}).`,
  );
});

test.each([
  ["a dead process", { pid: deadPid() }],
  ["a process whose number was given to another", { started: "1" }],
  ["a process before a reboot", { boot: "another boot", host: hostname() }],
])("the lock of %s is taken over", async (_, holder) => {
  const file = newFile();
  write(file, holder);
  expect(holderOf(file)).toBeNull();
  const lock = await takeLock(file, "start");
  expect(holderOf(file)).toMatchObject(identityOf(process.pid));
  lock.release();
});

test.each([
  ["another pid namespace", { namespace: "pid:[1]", pid: 4_000_000 }],
  ["another machine", { boot: "another boot", host: "elsewhere", pid: 4_000_000 }],
])("a lock from %s is never taken over", async (_, holder) => {
  const file = newFile();
  write(file, holder);
  const before = readFileSync(file, "utf8");
  await expect(takeLock(file, "start")).rejects.toThrow(/in use by another container or machine/);
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("of eight who find a dead lock at once, one gets it", async () => {
  const file = newFile();
  write(file, { pid: deadPid() });
  const script = `
    const { existsSync } = await import("node:fs");
    const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, "lock.ts"))});
    console.log("waiting");
    while (!existsSync(${JSON.stringify(`${file}.go`)}));
    await takeLock(${JSON.stringify(file)}, "start").then(() => console.log("got it"), () => console.log("refused"));
    process.stdin.resume();`;
  const children = Array.from({ length: 8 }, () => spawn(process.execPath, ["--input-type=module", "-e", script]));
  onTestFinished(() => children.forEach((child) => void child.kill("SIGKILL")));
  const next = (child: (typeof children)[number]): Promise<string> =>
    new Promise((resolve) => child.stdout.once("data", (text: Buffer) => resolve(String(text).trim())));
  await Promise.all(children.map(next));
  const answers = Promise.all(children.map(next));
  writeFileSync(`${file}.go`, "");
  expect((await answers).filter((answer) => answer === "got it")).toHaveLength(1);
});

test("a lock that another has taken over is not released by its former holder", async () => {
  const file = newFile();
  const lock = await takeLock(file, "start");
  write(file, { pid: 1, started: "other", ...placeHere() });
  lock.release();
  expect(existsSync(file)).toBe(true);
});

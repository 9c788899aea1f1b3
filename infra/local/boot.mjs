// Runs on any Node >= 20 without a single dependency: installs what the lock file says, then starts the command under the pinned Node.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { becomeOwner, useWritableCache } from "./boot-owner.mjs";
import { stampOf } from "./boot-stamp.mjs";

const checkout = resolve(fileURLToPath(import.meta.url), "../../..");
const bin = join(checkout, "node_modules/.bin");
const stampFile = join(checkout, "node_modules/.muejam-stamp");
const commands = {
  start: ["node", "infra/local/start.ts"],
  test: ["node", "infra/local/test.ts"],
  "test-deep": ["node", "infra/local/test-deep.ts"],
  bench: ["node", "infra/bench/bench.ts"],
  backup: ["node", "infra/local/backup.ts"],
  restore: ["node", "infra/local/restore.ts"],
  db: ["node", "infra/local/db.ts"],
  jobs: ["node", "infra/local/jobs.ts"],
  verify: ["node", "infra/checks/verify.ts"],
  new: ["node", "infra/generate/new.ts"],
  format: ["biome", "check", "--write", "."],
};

main(process.argv[2] ?? "", process.argv.slice(3));

function main(name, args) {
  if (majorOf(process.versions.node) < 20) refuse(`MueJam needs Node 20 or newer; this is ${process.versions.node}.`);
  const command = Object.hasOwn(commands, name) ? commands[name] : null;
  if (!command) refuse(`There is no command "${name}"; choose one of ${Object.keys(commands).join(", ")}.`);
  process.chdir(checkout);
  becomeOwner(checkout);
  useWritableCache(checkout);
  install();
  process.env.PATH = `${bin}${delimiter}${process.env.PATH ?? ""}`;
  if (!existsSync(join(bin, "node")) && majorOf(process.versions.node) < 24)
    refuse(
      `MueJam brings its own Node on Linux only; here it needs Node 24 or newer, and this is ${process.versions.node}.`,
    );
  hand(command, args);
}

function install() {
  const stamp = stampOf(checkout);
  if (isInstalled(stamp)) return;
  const unlock = lock(stamp);
  if (!unlock) return;
  const pin = JSON.parse(readFileSync("package.json", "utf8")).packageManager;
  const startedAt = Date.now();
  process.stderr.write(`Installing packages with ${pin.replace("@", " ")} … `);
  const npx = ["-y", pin, "install", "--frozen-lockfile"];
  // Without CI, pnpm asks before it rebuilds a node_modules folder, and nobody is there to answer;
  // with NODE_ENV=production it would leave the build's own tools out.
  const { NODE_ENV: _, ...env } = process.env;
  const run = spawnSync("npx", npx, { encoding: "utf8", env: { ...env, CI: "true" }, maxBuffer: 1e8 });
  if (run.status === 0) writeFileSync(stampFile, stamp);
  unlock();
  if (run.status !== 0) refuse(`failed.\n${run.stdout ?? ""}${run.stderr ?? ""}${run.error?.message ?? ""}`.trim());
  process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`);
}

function isInstalled(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

/** Null when another boot has finished the very same install while this one waited for its turn. */
function lock(stamp) {
  const file = ".turbo/install.lock";
  for (let isTold = false; ; isTold = true) {
    try {
      for (const folder of [".turbo", "node_modules"]) mkdirSync(folder, { recursive: true });
      writeFileSync(file, String(process.pid), { flag: "wx" });
      if (!isInstalled(stamp)) return () => rmSync(file, { force: true });
      rmSync(file);
      return null;
    } catch (error) {
      if (error.code !== "EEXIST") refuse(`The checkout ${checkout} cannot be written to (${error.code}).`);
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else if (!isTold) process.stderr.write("Waiting for another start to finish installing …\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function isAbandoned(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return false;
  if (Date.now() - stat.mtimeMs > 600_000) return true;
  const pid = Number(readFileSync(file, "utf8"));
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

/** Node 20 cannot replace itself by another program, so this stays behind it and passes everything on. */
function hand([program, ...fixed], args) {
  const child = spawn(program, [...fixed, ...args], { stdio: "inherit" });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(name, () => child.kill(name === "SIGHUP" ? "SIGTERM" : name));
  // npm killed with -9 tells nobody, and a shell may stand between it and us.
  const parents = parentsOf();
  setInterval(() => parents !== parentsOf() && child.kill("SIGTERM"), 1000).unref();
  child.on("error", (error) => refuse(`${program} could not be started: ${error.message}.`));
  child.on("exit", (code, signal) => process.exit(signal ? 128 + (signal === "SIGINT" ? 2 : 15) : code));
}

function parentsOf() {
  const parent = process.ppid;
  if (process.platform !== "linux" || parent <= 1) return String(parent);
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return `${parent} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${parent} gone`;
  }
}

function majorOf(version) {
  return Number.parseInt(version, 10);
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

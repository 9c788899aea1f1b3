import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Fault } from "./fault.ts";
import { assertCanStart } from "./guards.ts";
import { type Home, homeAt } from "./home.ts";
import { identityOf } from "./identity.ts";
import { freePort } from "./port.ts";

const newHome = (): Home => homeAt(mkdtempSync(join(tmpdir(), "muejam-guards-")));

function newFile(): string {
  const file = join(newHome().folder, "a-file");
  writeFileSync(file, "");
  return file;
}

async function sentences(home: Home, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  try {
    await assertCanStart(home, { PORT: String(await freePort()), ...env });
    return [];
  } catch (error) {
    if (error instanceof Fault) return error.sentences;
    throw error;
  }
}

async function busyPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return String(address && typeof address === "object" ? address.port : 0);
}

test("a good environment starts", async () => {
  expect(await sentences(newHome(), {})).toEqual([]);
});

test("a busy port is one sentence", async () => {
  const PORT = await busyPort();
  expect(await sentences(newHome(), { PORT })).toEqual([
    `Port ${PORT} is taken by another program; end that one, or choose another with PORT.`,
  ]);
});

test("a database that does not answer is one sentence without its password", async () => {
  const port = await freePort();
  const DATABASE_URL = `postgresql://muejam:secret@127.0.0.1:${port}/books`;
  expect(await sentences(newHome(), { DATABASE_URL })).toEqual([
    `The database 127.0.0.1:${port}/books does not let us in: nothing listens there (DATABASE_URL).`,
  ]);
});

test.each([join(newFile(), "home"), "/proc/muejam"])(
  "a folder that cannot be made is one sentence: %s",
  async (folder) => {
    expect(await sentences(homeAt(folder), {})).toEqual([
      `The folder ${folder} cannot be written to; set MUEJAM_HOME to one that can.`,
    ]);
  },
);

test("a second start is told that MueJam runs, and nothing else", async () => {
  const home = newHome();
  writeFileSync(home.lock, JSON.stringify({ ...identityOf(process.pid), command: "start" }));
  const told = await sentences(home, { PORT: await busyPort(), LOG_LEVEL: "loud" });
  expect(told).toEqual([`MueJam is already running from this folder (npm run start, process ${process.pid}).`]);
});

test("several faults are told at once", async () => {
  const told = (await sentences(newHome(), { PORT: await busyPort(), LOG_LEVEL: "loud", METRICS_TOKEN: "short" })).join(
    "\n",
  );
  for (const name of ["LOG_LEVEL", "METRICS_TOKEN", "Port"]) expect(told).toContain(name);
});

test("production asks for its keys", async () => {
  const told = (await sentences(newHome(), { NODE_ENV: "production" })).join("\n");
  for (const name of ["FIELD_KEYS", "CURSOR_KEYS", "SIGNING_KEYS", "TOKEN_KEYS"]) expect(told).toContain(name);
});

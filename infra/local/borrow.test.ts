import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { borrowEmbedded } from "./borrow.ts";
import { withClient } from "./database.ts";
import { assertWritable, type Home, homeAt } from "./home.ts";
import { keysFor } from "./keys.ts";
import { takeLock } from "./lock.ts";

function newHome(): Home {
  const home = homeAt(mkdtempSync(join(tmpdir(), "muejam-borrow-")));
  onTestFinished(() => rmSync(home.folder, { recursive: true, force: true }));
  assertWritable(home);
  return home;
}

test("a command before the first start leaves a home that can be started", async () => {
  const home = newHome();
  const { giveBack } = await borrowEmbedded(home, "db");
  await expect(borrowEmbedded(home, "jobs")).rejects.toThrow(/already running from this folder \(npm run db/);
  await giveBack();
  expect(existsSync(home.lock)).toBe(false);
  expect(Object.keys(keysFor(home, {}))).toHaveLength(4);
});

test("the server that npm start has running is used, and left running", async () => {
  const home = newHome();
  const own = await borrowEmbedded(home, "db");
  rmSync(home.lock);
  const lock = await takeLock(home.lock, "start");
  await expect(borrowEmbedded(home, "backup")).rejects.toThrow("MueJam is just starting");
  lock.describe("http://127.0.0.1:3000");
  const borrowed = await borrowEmbedded(home, "backup");
  expect(borrowed.urls).toEqual(own.urls);
  await borrowed.giveBack();
  await withClient(own.urls.DIRECT_DATABASE_URL, (client) => client.query("SELECT"));
  lock.release();
  await own.giveBack();
});

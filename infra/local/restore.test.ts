import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { textEntry, writeArchive } from "./archive-write.ts";
import { backUp, MANIFEST, platformHere } from "./backup.ts";
import { type Embedded, startEmbedded, withClient } from "./database.ts";
import { assertWritable, type Home, homeAt } from "./home.ts";
import { keysFor } from "./keys.ts";
import { takeLock } from "./lock.ts";
import { restore } from "./restore.ts";

const ROWS =
  "SELECT count(*)::int AS count, md5(string_agg(title, ',' ORDER BY id)) AS hash, count(DISTINCT round)::int AS rounds FROM story";
const folder = mkdtempSync(join(tmpdir(), "muejam-backup-"));
const file = join(folder, "backup.tar.gz");
const source = homeAt(join(folder, "source"));
// Longer than the hundred bytes that the format keeps for a name.
const COVER = `covers/${"c".repeat(60)}/${"c".repeat(60)}`;
let expected: unknown;

const rowsOf = ({ urls }: Embedded): Promise<unknown> =>
  withClient(urls.DIRECT_DATABASE_URL, async (client) => (await client.query(ROWS)).rows[0]);

function newHome(): Home {
  const home = homeAt(mkdtempSync(join(folder, "home-")));
  assertWritable(home);
  return home;
}

function damaged(change: (copy: string) => void): string {
  const copy = join(mkdtempSync(join(folder, "damaged-")), "backup.tar.gz");
  copyFileSync(file, copy);
  change(copy);
  return copy;
}

async function madeUp(manifest: object): Promise<string> {
  const made = join(mkdtempSync(join(folder, "made-")), "backup.tar.gz");
  const whole = { format: 1, madeAt: "", platform: platformHere, postgres: 18, migrations: [], ...manifest };
  await writeArchive(
    made,
    (async function* () {
      yield textEntry(MANIFEST, JSON.stringify(whole));
    })(),
  );
  return made;
}

beforeAll(async () => {
  assertWritable(source);
  keysFor(source, {});
  mkdirSync(join(source.files, COVER, ".."), { recursive: true });
  writeFileSync(join(source.files, COVER), "a cover");
  const embedded = await startEmbedded(source);
  try {
    await withClient(embedded.urls.DIRECT_DATABASE_URL, async (client) => {
      await client.query("CREATE TABLE story (id int PRIMARY KEY, title text, round int DEFAULT 0)");
      await client.query(
        "INSERT INTO story (id, title) SELECT n, 'Story ' || md5(n::text) FROM generate_series(1, 20000) n",
      );
      expected = await rowsOf(embedded);
      // Like `npm start`, which holds the lock and tells its address.
      const lock = await takeLock(source.lock, "start");
      lock.describe("http://127.0.0.1:3000");
      let isDone = false;
      const writing = (async () => {
        while (!isDone) await client.query("UPDATE story SET round = round + 1; CHECKPOINT");
      })();
      await backUp(source, file).finally(() => {
        isDone = true;
      });
      await writing;
      lock.release();
    });
  } finally {
    await embedded.stop();
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what was backed up while others wrote is back, with keys and files", async () => {
  const home = newHome();
  await restore(home, { file, mayReplace: false });
  expect(readFileSync(home.keys, "utf8")).toBe(readFileSync(source.keys, "utf8"));
  expect(readFileSync(join(home.files, COVER), "utf8")).toBe("a cover");
  expect(existsSync(home.lock)).toBe(false);
  const embedded = await startEmbedded(home);
  onTestFinished(() => embedded.stop());
  expect(await rowsOf(embedded)).toEqual(expected);
});

test("a backup is for its owner's eyes only, and never written over another file", async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = readFileSync(file);
  await expect(backUp(source, file)).rejects.toThrow(/exists already/);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a home with data in it is kept, or moved aside when asked", async () => {
  const home = newHome();
  writeFileSync(home.keys, "precious");
  await expect(restore(home, { file, mayReplace: false })).rejects.toThrow(/holds data already; add --replace/);
  expect(readFileSync(home.keys, "utf8")).toBe("precious");
  await restore(home, { file, mayReplace: true });
  const aside = readdirSync(home.folder).find((name) => name.startsWith("replaced-")) ?? "";
  expect(readFileSync(join(home.folder, aside, "keys.json"), "utf8")).toBe("precious");
});

test.each([
  ["cut off", (copy: string) => truncateSync(copy, statSync(copy).size - 1000)],
  ["changed in one byte", (copy: string) => flipByte(copy)],
  ["something else", (copy: string) => writeFileSync(copy, "not a backup")],
])("a file that is %s changes nothing", async (_, change) => {
  const home = newHome();
  await expect(restore(home, { file: damaged(change), mayReplace: false })).rejects.toThrow(/is damaged/);
  expect(readdirSync(home.folder)).toEqual(["log"]);
});

test.each([
  [{ postgres: 17 }, /is of PostgreSQL 17, this code brings PostgreSQL 18/],
  [{ platform: "plan9-mips" }, /was made on plan9-mips/],
  [{ migrations: ["20991231000000_later"] }, /newer than this code: it has the migration 20991231000000_later/],
  [{ format: 2 }, /not a backup that this code can read/],
])("a backup of %o is refused", async (manifest, sentence) => {
  const home = newHome();
  await expect(restore(home, { file: await madeUp(manifest), mayReplace: true })).rejects.toThrow(sentence);
  expect(readdirSync(home.folder)).toEqual(["log"]);
});

test("a running MueJam is not restored over", async () => {
  const home = newHome();
  const lock = await takeLock(home.lock, "start");
  await expect(restore(home, { file, mayReplace: true })).rejects.toThrow(/already running/);
  lock.release();
});

/** Inside the content of a file, where neither gzip nor tar would notice. */
function flipByte(copy: string): void {
  const tar = gunzipSync(readFileSync(copy));
  const at = tar.indexOf("a cover");
  tar[at] = (tar[at] ?? 0) ^ 1;
  writeFileSync(copy, gzipSync(tar, { level: 1 }));
}

import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { app } from "../test/harness.ts";
import { openHttp } from "../test/http.ts";
import { buildWeb } from "../test/web-build.ts";
import { openAssetKeeper } from "./kept-assets.ts";
import { web } from "./web.ts";

const made: string[] = [];
let [built, assetsFolder] = ["", ""];
beforeEach(async () => {
  built = await buildWeb();
  assetsFolder = await mkdtemp(join(tmpdir(), "muejam-assets-"));
  made.push(built, assetsFolder);
});
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

const keep = () => openAssetKeeper(join(built, "client/assets"), assetsFolder)();
const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

/** Another build takes the place of this one: other names, and nothing of before. */
async function buildAnew(): Promise<void> {
  await rm(join(built, "client/assets/app-1a2b.js"));
  await writeFile(join(built, "client/assets/app-3c4d.js"), "2");
}

test("a file of the build before is still answered after a deploy, as long as it may be asked for", async () => {
  await web(built, app, { assetsFolder });
  await buildAnew();
  const request = openHttp({ web: await web(built, app, { assetsFolder }) });
  const [former, present] = [await request("/assets/app-1a2b.js"), await request("/assets/app-3c4d.js")];
  expect([await former.text(), await present.text()]).toEqual(["1", "2"]);
  for (const answer of [former, present]) expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(former.headers.get("content-type")).toContain("javascript");
  expect((await request("/assets/..%2f..%2fpackage.json")).status).toBe(404);
});

test("without a folder it is gone, and nothing else is answered in its place", async () => {
  await buildAnew();
  const request = openHttp({ web: await web(built, app) });
  expect((await request("/assets/app-1a2b.js")).status).toBe(404);
});

test("a build that takes another's place under a running server is kept as well", async () => {
  const request = openHttp({ web: await web(built, app, { assetsFolder, lookEveryMs: 0 }) });
  await buildAnew();
  await utimes(join(built, "client/index.html"), 1, 1);
  await request("/");
  expect(await readdir(assetsFolder)).toEqual(["app-1a2b.js", "app-3c4d.js"]);
});

test("what was part of no build for 30 days goes; what is part of this one never does", async () => {
  await keep();
  for (const name of ["app-old.js", "app-older.js"]) await writeFile(join(assetsFolder, name), "0");
  await utimes(join(assetsFolder, "app-old.js"), ago(29), ago(29));
  for (const name of ["app-older.js", "app-1a2b.js"]) await utimes(join(assetsFolder, name), ago(31), ago(31));
  await keep();
  expect(await readdir(assetsFolder)).toEqual(["app-1a2b.js", "app-old.js"]);
});

test("two processes keep at the same time, and no file is ever half there", async () => {
  await Promise.all([keep(), keep(), keep()]);
  expect(await readdir(assetsFolder)).toEqual(["app-1a2b.js"]);
});

test("a folder that cannot be used keeps the server from starting", async () => {
  await expect(web(built, app, { assetsFolder: join(built, "client/index.html") })).rejects.toThrow("keeps nothing");
});

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openHttp } from "../test/http.ts";
import { web } from "./web.ts";

const folder = await mkdtemp(join(tmpdir(), "muejam-web-"));
afterAll(() => rm(folder, { recursive: true }));
const script = "document.documentElement.dataset.theme = 'dark'";
await mkdir(join(folder, "assets"));
await writeFile(join(folder, "assets/app-1a2b.js"), "1");
await writeFile(
  join(folder, "index.html"),
  `<!doctype html><script>${script}</script><script src="/assets/app-1a2b.js"></script>`,
);
const request = openHttp({ web: await web(folder) });

test("a page allows its own theme script by its hash and nothing unsafe", async () => {
  const { status, headers } = await request("/status");
  const policy = headers.get("content-security-policy") ?? "";
  expect(status).toBe(200);
  expect(policy).toContain(`script-src 'self' 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  expect(policy).not.toContain("unsafe");
  expect(headers.get("cache-control")).toBe("no-cache");
});

test("a built file is kept for ever, one that is gone is not answered with a page", async () => {
  const found = await request("/assets/app-1a2b.js");
  expect(found.headers.get("cache-control")).toContain("immutable");
  const gone = await request("/assets/app-gone.js");
  expect([gone.status, gone.headers.get("cache-control")]).toEqual([404, "private, no-store"]);
  expect((await request("/assets/..%2f..%2fpackage.json")).status).toBe(404);
});

test("without a build the server does not start, and says so", async () => {
  await expect(web(join(folder, "nowhere"))).rejects.toThrow("is not built");
});

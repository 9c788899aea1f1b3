import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
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

test("a page that is known already is not sent again", async () => {
  const etag = (await request("/status")).headers.get("etag") ?? "";
  const again = await request("/status", { headers: { "if-none-match": `"other", W/${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await request("/status", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
});

test("a page built anew under a running server is served with its own scripts' hashes", async () => {
  const built = await mkdtemp(join(tmpdir(), "muejam-web-"));
  const file = join(built, "index.html");
  const build = async (code: string, at: number) => {
    await writeFile(file, `<!doctype html><script>${code}</script>`);
    await utimes(file, at, at);
  };
  await build("1", 1);
  const [eager, patient] = [
    openHttp({ web: await web(built, { lookEveryMs: 0 }) }),
    openHttp({ web: await web(built, { lookEveryMs: 600_000 }) }),
  ];
  const first = await eager("/");
  await build("2", 2);
  const second = await eager("/");
  expect(await second.text()).toContain("<script>2</script>");
  expect(second.headers.get("content-security-policy")).toContain(createHash("sha256").update("2").digest("base64"));
  expect(second.headers.get("etag")).not.toBe(first.headers.get("etag"));
  expect(await (await patient("/")).text()).toContain("<script>1</script>");

  await rm(built, { recursive: true });
  expect(await (await eager("/")).text()).toContain("<script>2</script>");
});

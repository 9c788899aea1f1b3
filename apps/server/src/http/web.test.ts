import { createHash } from "node:crypto";
import { rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { app } from "../test/harness.ts";
import { openHttp } from "../test/http.ts";
import { buildWeb, pageWith } from "../test/web-build.ts";
import { web } from "./web.ts";

const script = "document.documentElement.dataset.theme = 'dark'";
const folder = await buildWeb(pageWith(script));
afterAll(() => rm(folder, { recursive: true }));
const request = openHttp({ web: await web(folder, app) });

test("a page allows its own theme script by its hash and nothing unsafe", async () => {
  const { status, headers } = await request("/status");
  const policy = headers.get("content-security-policy") ?? "";
  expect(status).toBe(200);
  expect(policy).toContain(`script-src 'self' 'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  expect(policy).not.toContain("unsafe");
  expect(headers.get("cache-control")).toBe("no-cache");
});

test("where Clerk signs people in, a page says so and lets in what its forms need, and no script of anybody else's", async () => {
  const clerk = { publishableKey: "pk_test_Y2xlcms", origin: "https://clerk.example.org" };
  const answer = await openHttp({ web: await web(folder, app, { clerk }) })("/status");
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(
    /script-src 'self' 'sha256-[^']+' https:\/\/clerk\.example\.org https:\/\/challenges\.cloudflare\.com;/,
  );
  expect(policy).toContain("connect-src 'self' https://clerk.example.org;");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
  expect(await answer.text()).toContain('<meta name="clerk-publishable-key" content="pk_test_Y2xlcms"><!--head-->');
  expect(await (await request("/status")).text()).not.toContain("clerk");
});

test("a page says by which other services somebody may sign in, and nothing where there are none", async () => {
  const offering = openHttp({ web: await web(folder, app, { providers: ["github", "google"] }) });
  expect(await (await offering("/sign-in")).text()).toContain('<meta name="providers" content="github google">');
  expect(await (await request("/sign-in")).text()).not.toContain('name="providers"');
});

test("a built file is kept for ever, one that is gone is not answered with a page", async () => {
  const found = await request("/assets/app-1a2b.js");
  expect(found.headers.get("cache-control")).toContain("immutable");
  const gone = await request("/assets/app-gone.js");
  expect([gone.status, gone.headers.get("cache-control")]).toEqual([404, "private, no-store"]);
  expect((await request("/assets/..%2f..%2fpackage.json")).status).toBe(404);
});

test("without a build the server does not start, and says so", async () => {
  await expect(web(join(folder, "nowhere"), app)).rejects.toThrow("is not built");
});

test("a page that is known already is not sent again", async () => {
  const etag = (await request("/status")).headers.get("etag") ?? "";
  const again = await request("/status", { headers: { "if-none-match": `"other", W/${etag}` } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await request("/status", { headers: { "if-none-match": '"other"' } })).status).toBe(200);
});

test("a page built anew under a running server is served with its own scripts' hashes", async () => {
  const built = await buildWeb();
  const file = join(built, "client/index.html");
  const build = async (code: string, at: number) => {
    await writeFile(file, pageWith(code));
    await utimes(file, at, at);
  };
  await build("1", 1);
  const [eager, patient] = [
    openHttp({ web: await web(built, app, { lookEveryMs: 0 }) }),
    openHttp({ web: await web(built, app, { lookEveryMs: 600_000 }) }),
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

test("a page that does not say where its parts go keeps the server from starting", async () => {
  const built = await buildWeb("<!doctype html><div id=root></div>");
  await expect(web(built, app)).rejects.toThrow("does not say where");
  await rm(built, { recursive: true });
});

test.each(["/%E0%A4%A", `/s/${"a".repeat(3000)}`])("%s is no address", async (path) => {
  const { status, headers } = await request(path);
  expect([status, headers.get("content-type")]).toEqual([404, "application/json"]);
});

test.each([
  ["on", "help()"],
  ["off", "leave()"],
] as const)("with the worker %s its address answers with %s, kept by nobody on the way", async (worker, code) => {
  const switched = openHttp({ web: await web(folder, app, { worker }) });
  const [script, told] = await Promise.all([switched("/worker.js"), switched("/build.json")]);
  expect([await script.text(), await told.json()]).toEqual([code, { build: "1a2b", worker }]);
  for (const { headers } of [script, told]) expect(headers.get("cache-control")).toBe("no-cache");
  expect(script.headers.get("content-type")).toContain("javascript");
});

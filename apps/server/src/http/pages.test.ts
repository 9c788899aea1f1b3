import { rm } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { app, as, countQueries, make } from "../test/harness.ts";
import { openHttp } from "../test/http.ts";
import { begin, publishStory, takeBack } from "../test/press.ts";
import { buildWeb } from "../test/web-build.ts";
import { web } from "./web.ts";

/** Asks what a real build asks, and writes down only what it was told. */
const entry = `
  const gone = { kind: "page", status: 404, head: "<title>Gone</title>", body: "Gone" };
  export async function render({ path, origin, ask }) {
    const [, kind, ref] = path.split("/");
    if (kind === "shell") return { kind: "shell" };
    if (kind === "old") return { kind: "redirect", to: "/new" };
    if (kind === "broken") throw new Error("It broke.");
    const { data, refusal } = await ask("story.byRef", { ref });
    if (refusal?.code === "MATURE_HIDDEN") return { ...gone, status: 403 };
    if (refusal) return { ...gone, body: refusal.code };
    const write = await ask("story.create", {});
    return { kind: "page", status: 200, head: "<title>" + origin + "</title>", body: data.title + " $& " + write.refusal.code };
  }
  export const renderFault = (id) => ({ head: "<title>Fault</title>", body: '<div id="root"></div>' + id });`;
const folder = await buildWeb(undefined, entry);
afterAll(() => rm(folder, { recursive: true }));
const request = openHttp({ web: await web(folder, app) });
const author = await make.person();

async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await request(path, { headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test("a page is filled on the server, with its own head and under the policy of the build", async () => {
  const { ref } = await publishStory(author, { title: "A Lamp" });
  const { status, text, headers } = await get(`/s/${ref}`);
  expect(status).toBe(200);
  expect(text).toContain(
    '<head><title>https://muejam.test</title><meta name="build" content="1a2b"><script>1</script>',
  );
  expect(text).toContain("<body>A Lamp $& NOT_FOUND<script");
  expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  expect(headers.get("content-security-policy")).toMatch(/script-src 'self' 'sha256-[^']+'; style-src 'self'/);
});

test("from its second reader on a page costs no statement, whoever asks and however", async () => {
  const { ref } = await publishStory(author);
  await get(`/s/${ref}`);
  const second = await get(`/s/${ref}`);
  const { queries, result } = await countQueries(() =>
    Promise.all([get(`/s/${ref}?utm=1`, { authorization: "Bearer nonsense", cookie: "a=b" }), get(`/s/${ref}`)]),
  );
  expect(queries).toBe(0);
  for (const { text } of result) expect(text).toBe(second.text);
});

test("a page that is known already is not sent again", async () => {
  const { ref } = await publishStory(author);
  const etag = (await get(`/s/${ref}`)).headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[\w-]{22}"$/);
  expect(await get(`/s/${ref}`, { "if-none-match": etag })).toMatchObject({ status: 304, text: "" });
});

test("a kept page follows what it was made from at once", async () => {
  const story = await publishStory(author, { title: "Before" });
  const read = async () => (await get(`/s/${story.ref}`)).text;
  for (const _time of [1, 2, 3]) expect(await read()).toContain("Before");
  await as(author).story.update({ ...story, title: "After" });
  expect(await read()).toContain("After");
  await takeBack(story.chapterId);
  expect(await get(`/s/${story.ref}`)).toMatchObject({ status: 404 });
});

test("a page that finds no room is made for each reader, and just as true", async () => {
  const crowded = openHttp({ web: await web(folder, app, { bytesMax: 1 }) });
  const story = await publishStory(author, { title: "Before" });
  const read = async () => (await crowded(`/s/${story.ref}`)).text();
  for (const _time of [1, 2, 3]) expect(await read()).toContain("Before");
  await as(author).story.update({ ...story, title: "After" });
  for (const _time of [1, 2]) expect(await read()).toContain("After");
});

test("what is not there, or not for all, is told by its status, and never kept", async () => {
  const [hidden, mature] = [await begin(author), await publishStory(author, { rating: "mature" })];
  for (const [ref, status] of [
    [hidden.ref, 404],
    [mature.ref, 403],
    ["no ref", 404],
  ] as const) {
    const answer = await get(`/s/${encodeURIComponent(ref)}`);
    expect(answer).toMatchObject({ status });
    expect(answer.headers.get("x-robots-tag")).toBe("noindex");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
  }
});

test("an old address leads to the new one, and not for ever", async () => {
  const { status, headers } = await get("/old");
  expect([status, headers.get("location"), headers.get("cache-control")]).toEqual([301, "/new", "public, max-age=30"]);
});

test("what is the browser's to make is the empty page", async () => {
  expect(await get("/shell")).toMatchObject({ status: 200, text: expect.stringContaining('<div id="root"></div>') });
});

test("a page that could not be made says so, under the id of its request, and leaves it to the browser", async () => {
  const { status, text, headers } = await get("/broken");
  expect(status).toBe(500);
  expect(text).toContain('<head><title>Fault</title><meta name="build" content="1a2b"><script>1</script>');
  expect(text).toContain(`<div id="root"></div>${headers.get("x-request-id")}<script`);
  expect([headers.get("cache-control"), headers.get("x-robots-tag")]).toEqual(["no-cache", "noindex"]);
});

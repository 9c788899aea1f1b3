import { storyPath } from "@muejam/contracts/address";
import { expect, test } from "vitest";
import { countQueries, make } from "../test/harness.ts";
import { openHttp } from "../test/http.ts";
import { begin, publishStory } from "../test/press.ts";

const request = openHttp();
const author = await make.person();
const locations = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, at = ""]) => at);

test("a sitemap names every page that anybody may see, and no other", async () => {
  const seen = await publishStory(author, { title: "A Café & <Lamp>" }, { title: "One" });
  const [mature, hidden] = [await publishStory(author, { rating: "mature" }), await begin(author)];
  const index = await request("/sitemap.xml");
  expect(index.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  const pages = locations(await index.text());
  expect(pages).toHaveLength(2);

  const found = (
    await Promise.all(pages.map(async (at) => locations(await (await request(new URL(at).pathname)).text())))
  ).flat();
  const path = storyPath(seen);
  expect(found).toContain(new URL(path, "https://muejam.test").href);
  expect(found).toContain(new URL(`${path}/1-one`, "https://muejam.test").href);
  expect(found.filter((at) => at.includes(mature.ref) || at.includes(hidden.ref))).toEqual([]);
});

test.each(["/sitemap/stories-nonsense.xml", "/sitemap/words-00000000-0000-4000-8000-000000000000.xml"])(
  "%s is no part of it",
  async (path) => {
    expect((await request(path)).status).toBe(404);
  },
);

test("a page of the map that begins elsewhere is the page that holds it, and costs nothing more", async () => {
  await publishStory(author);
  const ask = async (from: string) => (await request(`/sitemap/stories-${from}.xml`)).text();
  const [lowest, highest] = ["00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-8fff-ffffffffffff"];
  const [first] = [await ask(lowest)];
  const { queries, result } = await countQueries(() => Promise.all([ask(highest), ask(crypto.randomUUID())]));
  expect(queries).toBe(0);
  expect(result).toEqual([first, first]);
});

test("programs are told where the map is, and that stories are not for training", async () => {
  const text = await (await request("/robots.txt")).text();
  expect(text).toContain("Sitemap: https://muejam.test/sitemap.xml");
  expect(text).toContain("Content-Signal: search=yes, ai-train=no");
  expect(text).toMatch(/User-agent: GPTBot\n(User-agent: \S+\n)*Disallow: \/\n/);
});

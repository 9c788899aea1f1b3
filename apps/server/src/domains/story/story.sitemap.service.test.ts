import { expect, test } from "vitest";
import { countQueries, ctxOf, make } from "../../test/harness.ts";
import { addChapter, print, publishStory } from "../../test/press.ts";
import { listSitemap, listSitemapPages } from "./story.sitemap.service.ts";

const ctx = ctxOf(make.visitor());
const author = await make.person();

test("pages of a few entries hold every story and chapter once, and cost nothing the second time", async () => {
  const stories = [];
  for (const title of ["One", "Two", "Three"]) stories.push(await publishStory(author, { title }));
  const [first] = stories;
  if (first) await print(await addChapter(author, first.id, "Later"), { title: "Later" });

  const readAll = async () => {
    const pages = await listSitemapPages(ctx, 2);
    const lists = await Promise.all(pages.map((page) => listSitemap(ctx, page, 2)));
    return { sizes: lists.map(({ length }) => length), paths: lists.flat().map(({ path }) => path) };
  };
  const { sizes, paths } = await readAll();
  expect(sizes).toEqual([2, 1, 2, 2]);
  expect(new Set(paths).size).toBe(7);
  expect(paths).toContain(`/s/one-${first?.ref}/2-later`);
  expect((await countQueries(readAll)).queries).toBe(0);
});

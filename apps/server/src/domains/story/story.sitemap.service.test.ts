import { expect, test } from "vitest";
import type { Cache } from "../../kernel/cache.ts";
import { as, countQueries, ctxOf, make, runJobs } from "../../test/harness.ts";
import { addChapter, print, publishStory } from "../../test/press.ts";
import { listSitemap, listSitemapPages } from "./story.sitemap.service.ts";

const ctx = ctxOf(make.visitor());
const uncached: Cache = { ...ctx.cache, read: ({ load }) => load() };
const author = await make.person();

test("who is not to be found by searching is in no page of it, and nothing of theirs is", async () => {
  const shy = await make.person();
  const story = await publishStory(shy, { title: "Unlisted" });
  // As it is made anew.
  const whole = async () => {
    const pages = await listSitemapPages(ctxOf(make.visitor(), { cache: uncached }));
    const lists = pages.map((page) => listSitemap(ctxOf(make.visitor(), { cache: uncached }), page));
    return JSON.stringify(await Promise.all(lists));
  };
  expect(await whole()).toContain(story.ref);
  const changed = await as(shy).profile.update({ id: shy.profileId, isFindable: false });
  expect(changed.isFindable).toBe(false);
  expect(await whole()).not.toContain(story.ref);
  await runJobs();
  expect((await as(make.visitor()).story.byRef({ ref: story.ref })).isFindable).toBe(false);
  expect((await as(make.visitor()).profile.view({ handle: changed.handle })).isFindable).toBe(false);
});

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

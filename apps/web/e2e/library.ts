import { chapterPath, profilePath, storyPath, tagPath } from "@muejam/contracts/address";
import { ChapterPage, type StoryCard, StoryPage } from "@muejam/contracts/story";
import type { APIRequestContext, Page } from "@playwright/test";
import { routes } from "./routes.ts";

/** A story of the library that came with the server, with more than one chapter in a script that runs from left to right. */
export async function firstStory(request: APIRequestContext): Promise<{ storyPath: string; chapterPath: string }> {
  const story = await findStory(request);
  const chapters = ChapterPage.parse(await ask(request, "story.chapters", { ref: story.ref }));
  const [chapter] = chapters.items;
  if (!chapter) throw new Error(`${story.title} has no chapter.`);
  return { storyPath: storyPath(story), chapterPath: chapterPath(story, chapter) };
}

/** Every page there is, with something of the library where a route leaves a gap, or what is not there for anybody. */
export async function everyPage(request: APIRequestContext): Promise<string[]> {
  const [{ author, tags }, paths] = [await findStory(request), await firstStory(request)];
  const filled: Record<string, string | undefined> = {
    "/@{$handle}": profilePath(author),
    "/tags/$slug": tags[0] && tagPath(tags[0]),
    "/s/$story": paths.storyPath,
    "/s/$story/$chapter": paths.chapterPath,
  };
  // A visitor is led from each part of the settings to the same door.
  const all = routes.filter((route) => !/^\/settings\/./.test(route));
  return all.map((route) => filled[route] ?? route.replaceAll(/\$\w+/g, "00000000-0000-7000-8000-000000000000"));
}

/** What whoever is signed in has on their desk: a story of theirs, its settings, its team and its first chapter, and the steps of the welcome. */
export async function writersPages(page: Page): Promise<string[]> {
  await page.goto("/write");
  const desk = await page.locator('main a[href^="/write/"]:not([href="/write/new"])').first().getAttribute("href");
  if (!desk) throw new Error("Nothing has been written here.");
  await page.goto(desk);
  const chapter = await page.locator(`main table a[href^="${desk}/"]`).first().getAttribute("href");
  if (!chapter) throw new Error(`${desk} has no chapter.`);
  const steps = ["name", "birth", "genres", "follow"].map((step) => `/welcome?step=${step}`);
  return [desk, `${desk}/settings`, `${desk}/team`, "/invitations", chapter, ...steps];
}

/** The one of them where a chapter is written. */
export const chapterAmong = (pages: readonly string[]): string =>
  pages.find((path) => /^\/write\/[\w-]{36}\/[\w-]{36}$/.test(path)) ?? "";

async function findStory(request: APIRequestContext): Promise<StoryCard> {
  const { items } = StoryPage.parse(await ask(request, "story.list", { order: "completed" }));
  const story = items.find(({ chapterCount, language }) => chapterCount > 1 && language.startsWith("en"));
  if (!story) throw new Error("The library is empty.");
  return story;
}

async function ask(request: APIRequestContext, procedure: string, input: object): Promise<unknown> {
  const answer = await request.get(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return ((await answer.json()) as { result: { data: unknown } }).result.data;
}

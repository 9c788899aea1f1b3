import type { APIRequestContext } from "@playwright/test";
import { chapterPath, storyPath } from "@muejam/contracts/address";
import { ChapterPage, StoryPage } from "@muejam/contracts/story";

/** A story of the library that came with the server, with more than one chapter in a script that runs from left to right. */
export async function firstStory(request: APIRequestContext): Promise<{ storyPath: string; chapterPath: string }> {
  const { items } = StoryPage.parse(await ask(request, "story.list", { order: "completed" }));
  const story = items.find(({ chapterCount, language }) => chapterCount > 1 && language.startsWith("en"));
  if (!story) throw new Error("The library is empty.");
  const chapters = ChapterPage.parse(await ask(request, "story.chapters", { ref: story.ref }));
  const [chapter] = chapters.items;
  if (!chapter) throw new Error(`${story.title} has no chapter.`);
  return { storyPath: storyPath(story), chapterPath: chapterPath(story, chapter) };
}

async function ask(request: APIRequestContext, procedure: string, input: object): Promise<unknown> {
  const answer = await request.get(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return ((await answer.json()) as { result: { data: unknown } }).result.data;
}

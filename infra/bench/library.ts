import { chapterPath } from "@muejam/contracts/address";
import { ChapterPage, StoryPage } from "@muejam/contracts/story";

/** A chapter of the library that is there, as a page and as a call. */
export async function findChapter(address: string): Promise<{ page: string; call: string }> {
  const { items } = StoryPage.parse(await ask(address, "story.list", { order: "completed" }));
  const [story] = items.toSorted((a, b) => b.wordCount - a.wordCount);
  const { ref = "" } = story ?? {};
  const [chapter] = ChapterPage.parse(await ask(address, "story.chapters", { ref })).items;
  if (!story || !chapter) throw new Error("The library is empty.");
  const input = encodeURIComponent(JSON.stringify({ ref, number: chapter.number }));
  return { page: encodeURI(chapterPath(story, chapter)), call: `/trpc/reading.chapter?input=${input}` };
}

async function ask(address: string, procedure: string, input: object): Promise<unknown> {
  const answer = await fetch(`${address}/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  return ((await answer.json()) as { result: { data: unknown } }).result.data;
}

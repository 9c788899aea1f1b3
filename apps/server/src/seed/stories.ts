import { docVersion } from "@muejam/prose/document";
import type { Call } from "./caller.ts";
import type { SeedStory } from "./library.ts";

/** Each step finds what an earlier start has done already. */
export async function publishStory(call: Call, { chapters, ...story }: SeedStory): Promise<void> {
  await call.story.create(story);
  for (const { id: chapterId, journalId, document, ...words } of chapters) {
    await call.story.addChapter({ id: chapterId, storyId: story.id, title: words.title });
    const draft = await call.draft.get({ chapterId });
    if (draft.state !== "draft") continue;
    const before = (draft.document["content"] as { attrs: { id: string } }[]).map(({ attrs }) => attrs.id);
    const placed = document.content.map((block, index) => ({
      after: document.content[index - 1]?.attrs.id ?? null,
      block,
    }));
    const save = { chapterId, journalId, seq: draft.version, baseVersion: draft.version, docVersion, ...words };
    const { version } = await call.draft.save({ ...save, removed: before, placed });
    await call.edition.publish({ chapterId, version });
  }
}

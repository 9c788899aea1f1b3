import { docVersion } from "@muejam/prose/document";
import type { Call } from "./caller.ts";
import type { SeedStory } from "./library.ts";
import { hangPictures, type SendPicture } from "./pictures.ts";

type Desk = { call: Call; send: SendPicture };

/** Each step finds what an earlier start has done already. */
export async function publishStory({ call, send }: Desk, { chapters, folder, ...story }: SeedStory): Promise<void> {
  await call.story.create(story);
  for (const { id: chapterId, journalId, document, ...words } of chapters) {
    await call.story.addChapter({ id: chapterId, storyId: story.id, title: words.title });
    const draft = await call.draft.get({ chapterId });
    if (draft.state !== "draft") continue;
    const before = (draft.document["content"] as { attrs: { id: string } }[]).map(({ attrs }) => attrs.id);
    const { content } = await hangPictures(document, folder, send);
    const placed = content.map((block, index) => ({
      after: content[index - 1]?.attrs.id ?? null,
      block,
    }));
    const save = { chapterId, journalId, seq: draft.version, baseVersion: draft.version, docVersion, ...words };
    const { version } = await call.draft.save({ ...save, removed: before, placed });
    await call.edition.publish({ chapterId, version });
  }
}

/** A tour through MueJam with a key that may read and write: `MUEJAM_URL=… MUEJAM_KEY=mj_… node tour.ts`. */
import { createMuejam, MuejamError, newBlockId, newId, pages } from "../src/client.ts";

const { MUEJAM_URL: url = "http://127.0.0.1:3000", MUEJAM_KEY: apiKey } = process.env;
const muejam = createMuejam({ url, apiKey });

await publish(await writeSomething());
await readSomething();
await listen();

async function writeSomething(): Promise<string> {
  const story = await muejam.story.create.mutate({ id: newId(), title: "The Ferry", genres: ["mystery"] });
  const chapter = await muejam.story.addChapter.mutate({ id: newId(), storyId: story.id, title: "Night" });
  const { version } = await muejam.draft.get.query({ chapterId: chapter.id });
  const saved = await muejam.draft.save.mutate({
    chapterId: chapter.id,
    journalId: newId(),
    seq: 0,
    baseVersion: version,
    docVersion: 3,
    placed: [{ after: null, block: paragraph("The ferry came in without its lights.") }],
  });
  console.log(`draft: version ${saved.version}, ${saved.words} words`);
  return chapter.id;
}

function paragraph(text: string) {
  const attrs = { id: newBlockId(), dir: null, lang: null };
  return { type: "paragraph", attrs, content: [{ type: "text", text }] };
}

async function publish(id: string): Promise<void> {
  try {
    await muejam.edition.publish.mutate({ chapterId: id, version: 0 });
  } catch (error) {
    if (!(error instanceof MuejamError) || error.code !== "DRAFT_CHANGED") throw error;
    console.log(`refused: ${error.code} (${error.status}), ${error.message}`);
  }
  const { version } = await muejam.draft.get.query({ chapterId: id });
  const { path } = await muejam.edition.publish.mutate({ chapterId: id, version });
  console.log(`published: ${path}`);
}

async function readSomething(): Promise<void> {
  for await (const { items } of pages(muejam.story.list.query, { order: "new", limit: 1 })) {
    for (const { title, author } of items) console.log(`story: ${title}, by ${author.displayName}`);
    const [story] = items;
    if (!story) break;
    // Reads that are asked for together travel together.
    const [{ chapters }, chapter] = await Promise.all([
      muejam.story.byRef.query({ ref: story.ref }),
      muejam.reading.chapter.query({ ref: story.ref, number: 1 }),
    ]);
    console.log(`chapter: ${chapter.title}, ${chapter.words} words, one of ${chapters.items.length}`);
    break;
  }
}

async function listen(): Promise<void> {
  // Behind this number nothing is missed, however often the line is lost.
  const { seq } = await muejam.notification.unread.query();
  const onState = (state: string) => console.log(`stream: ${state}`);
  for await (const { id, data } of muejam.notification.live.listen({ lastEventId: String(seq) }, { onState })) {
    console.log(`hint: ${data.kind}, number ${id}`);
    if (data.kind === "new-follower") break;
  }
}

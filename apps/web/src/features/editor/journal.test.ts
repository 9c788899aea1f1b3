import { type Document, docVersion } from "@muejam/prose/document";
import { documentText } from "@muejam/prose/walk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { beginJournal, confirm, isSettled, type Journal, meet, saveOf, send, takeIn, write } from "./journal.ts";

type Server = ReturnType<typeof makeDraftServer>;

/** One try; `isLost`: the answer never comes. */
function attempt(journal: Journal, server: Server, isLost: boolean): Journal {
  const sending = send(journal);
  const answer = server.save(saveOf(sending));
  if (isLost) return sending;
  return answer === "changed" ? meet(sending, server.read()).journal : confirm(sending, answer);
}

const settle = (journal: Journal, server: Server): Journal =>
  isSettled(journal) ? journal : settle(attempt(journal, server, false), server);

test("only what changed travels, under a name that stays", () => {
  const server = makeDraftServer();
  const [first] = server.document().content;
  const begun = beginJournal(server.read());
  const second = paragraph("Twice.");
  const sending = send(write(begun, { title: "One", document: chapter(...server.document().content, second) }));
  const save = saveOf(sending);
  expect(save).toEqual({
    chapterId: begun.chapterId,
    docVersion,
    journalId: begun.id,
    seq: 0,
    baseVersion: 0,
    title: "One",
    removed: [],
    placed: [{ after: first?.attrs.id, block: second }],
  });
  expect(saveOf(send(write(sending, { title: "Later" })))).toEqual(save);
});

test("a save whose answer was lost is the same save, and the words written since follow in the next", () => {
  const server = makeDraftServer();
  const [first] = server.document().content;
  const id = first?.attrs.id ?? "";
  let journal = write(beginJournal(server.read()), { document: chapter(paragraph("Once upon", id)) });
  journal = attempt(journal, server, true);
  journal = write(journal, { document: chapter(paragraph("Once upon a time", id)) });
  journal = settle(JSON.parse(JSON.stringify(journal)) as Journal, server);
  expect(documentText(server.document())).toBe("Once upon a time");
  expect(server.read().version).toBe(2);
});

test("what another device wrote meanwhile stays, and so do the words here", () => {
  const server = makeDraftServer();
  const journal = write(beginJournal(server.read()), {
    title: "Mine",
    document: chapter(...server.document().content, paragraph("Here.")),
  });
  server.change((document) => chapter(paragraph("There."), ...document.content));
  const settled = settle(journal, server);
  expect(documentText(server.document())).toBe("There.\nOnce.\nHere.");
  expect(documentText(settled.local.document)).toBe("There.\nOnce.\nHere.");
  expect(server.read().title).toBe("Mine");
});

test("a save says that it puts two versions together, and only that one does", () => {
  const server = makeDraftServer();
  const idle = beginJournal(server.read());
  const busy = write(idle, { document: chapter(...server.document().content, paragraph("Here.")) });
  server.change((document) => chapter(paragraph("There."), ...document.content));
  const heard = meet(idle, server.read()).journal;
  expect(saveOf(send(write(heard, { title: "Later" }))).isMerge).toBeUndefined();
  const met = send(meet(send(busy), server.read()).journal);
  expect(saveOf(met).isMerge).toBe(true);
  expect(saveOf(send(write(confirm(met, 2), { title: "Later" }))).isMerge).toBeUndefined();
});

test("titles and notes are put together by words too, and told where both changed the same", () => {
  const server = makeDraftServer();
  server.change((document) => document, { title: "The old sea" });
  const begun = beginJournal(server.read());
  const journal = write(begun, { title: "The cold sea", noteAfter: "Thanks." });
  server.change((document) => document, { title: "The old sea wall", noteAfter: "Until Friday." });
  const { journal: met, conflicts } = meet(send(journal), server.read());
  expect(met.local).toMatchObject({ title: "The cold sea wall", noteAfter: "Thanks. Until Friday." });
  expect(conflicts).toEqual([{ field: "noteAfter", mine: { text: "Thanks." }, theirs: { text: "Until Friday." } }]);
  const settled = settle(met, server);
  expect(server.read()).toMatchObject({ title: "The cold sea wall", noteAfter: settled.local.noteAfter });
  const other = takeIn({ journal: settled, conflicts: [] }, write(begun, { title: "Our old sea" }));
  expect(other.journal.local.title).toBe("Our cold sea wall");
});

type Act =
  | { kind: "type" | "add" | "remove"; at: number }
  | { kind: "send"; isLost: boolean }
  | { kind: "crash" }
  | { kind: "elsewhere"; at: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom("type", "add", "remove"), at: fc.nat(9) }),
  fc.record({ kind: fc.constant("send"), isLost: fc.boolean() }),
  fc.record({ kind: fc.constant("crash") }),
  fc.record({ kind: fc.constant("elsewhere"), at: fc.nat(9) }),
);

test("whatever is acknowledged, lost, changed elsewhere or crashed, the server ends with what stands here", () => {
  let word = 0;
  const changed = (document: Document, { kind, at }: { kind: string; at: number }): Document => {
    const { content } = document;
    const index = at % content.length;
    const block = content[index];
    word += 1;
    if (kind === "remove" && content.length > 1) return chapter(...content.toSpliced(index, 1));
    if (kind === "type" && block) return chapter(...content.with(index, paragraph(`w${word}`, block.attrs.id)));
    return chapter(...content.toSpliced(index, 0, paragraph(`w${word}`)));
  };
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const server = makeDraftServer();
      let journal = beginJournal(server.read());
      for (const step of acts) {
        if (step.kind === "send") journal = attempt(journal, server, step.isLost);
        // What is kept on the device is all that is left of a tab.
        else if (step.kind === "crash") journal = JSON.parse(JSON.stringify(journal)) as Journal;
        else if (step.kind === "elsewhere")
          server.change((document) => changed(document, { kind: "type", at: step.at }));
        else journal = write(journal, { document: changed(journal.local.document, step) });
      }
      journal = write(journal, { document: changed(journal.local.document, { kind: "add", at: 0 }) });
      const settled = settle(journal, server);
      expect(server.document()).toEqual(settled.local.document);
      const ids = server.document().content.map(({ attrs }) => attrs.id);
      expect(new Set(ids).size).toBe(ids.length);
      // What the server had once, another device may have taken away; nothing else may be missing.
      const held = new Set(server.everHeld.flatMap((document) => documentText(document).split(/\s/)));
      const here = documentText(journal.local.document).split(/\s/);
      expect(here.filter((text) => !held.has(text))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

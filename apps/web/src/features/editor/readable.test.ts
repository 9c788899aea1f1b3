import { docVersion } from "@muejam/prose/document";
import { documentText } from "@muejam/prose/walk";
import { expect, test } from "vitest";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { beginJournal, isSettled, type Journal, saveOf, send, write } from "./journal.ts";
import { replay } from "./journal-entries.ts";
import { NewerText } from "./newer-text.ts";
import { readableJournal } from "./readable.ts";

const first = paragraph("Once upon", "a000000001");
const second = paragraph("a time.", "a000000002");

/** What a page of the first release left on this device, as IndexedDB gives it back. */
function leftBy(journal: Journal, version = 1): Journal {
  const aged = JSON.stringify({ at: 0, kind: "began", journal }).replaceAll(
    /"docVersion":\d+/g,
    `"docVersion":${version}`,
  );
  const kept = replay([JSON.parse(aged)]);
  if (!kept) throw new Error("A journal begins at its beginning.");
  return kept;
}

function unsent(): { server: ReturnType<typeof makeDraftServer>; journal: Journal } {
  const server = makeDraftServer({ document: chapter(first) });
  const sending = send(write(beginJournal(server.read()), { title: "One", document: chapter(first, second) }));
  return { server, journal: write(sending, { document: chapter(first, second, paragraph("Again.", "a000000003")) }) };
}

test("a journal of the first document version climbs with every word: confirmed, on its way and only here", () => {
  const { journal } = unsent();
  const raised = readableJournal(leftBy(journal));
  expect(raised).toEqual(journal);
  for (const writing of [raised.base, raised.sent, raised.local])
    expect(writing?.document.attrs).toEqual({ docVersion });
});

test("what it had on its way is sent again under its name, and takes no block along that did not change", () => {
  const { server, journal } = unsent();
  const save = saveOf(readableJournal(leftBy(journal)));
  expect(save).toEqual(saveOf(journal));
  expect(save).toMatchObject({ docVersion, journalId: journal.id, seq: journal.seq, removed: [] });
  expect(save.placed.map(({ block }) => block)).toEqual([second]);
  expect(server.save(save)).toBe(1);
  expect(documentText(server.document())).toBe("Once upon\na time.");
});

test("what was confirmed stays confirmed: a version alone is no change", () => {
  const { server } = unsent();
  expect(isSettled(readableJournal(leftBy(beginJournal(server.read()))))).toBe(true);
});

test("a journal of today is the same object, and one of tomorrow is left alone", () => {
  const { journal } = unsent();
  const kept = readableJournal(journal);
  expect(kept.local).toBe(journal.local);
  expect(() => readableJournal(leftBy(journal, docVersion + 1))).toThrow(NewerText);
});

import { documentText } from "@muejam/prose/walk";
import { expect, test } from "vitest";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { beginJournal, confirm, type Journal, send, write } from "./journal.ts";
import { changeOf, type Entry } from "./journal-entries.ts";
import type { Told } from "./journal-store.ts";
import { whatHappened, wordsThen } from "./what-happened.ts";

/** As it was written down: two words in one minute, a save, a word later. */
function tell(): Told[] {
  const begun = beginJournal(makeDraftServer().read());
  const entries: Entry[] = [{ at: 0, kind: "began", journal: begun }];
  const put = (journal: Journal, text: string, at: number): Journal => {
    const after = write(journal, { document: chapter(paragraph(text, "a000000001")) });
    entries.push({ at, kind: "wrote", change: changeOf(journal.local, after.local) });
    return after;
  };
  const sending = send(put(put(begun, "Once", 60_000), "Once upon", 61_000));
  entries.push({ at: 62_000, kind: "sent" }, { at: 63_000, kind: "confirmed", version: 1, words: 2 });
  put(confirm(sending, 1), "Once upon a time", 120_000);
  const { id, chapterId } = begun;
  const head = { profileId: "p", chapterId, id, storyId: "s", title: "", touchedAt: 120_000, unsentSince: 120_000 };
  return [{ head, entries }];
}

test("what happened is told, the latest first, and what was typed in one place and minute is one thing", () => {
  const happened = whatHappened(tell());
  expect(happened.map(({ entry, words }) => [entry.kind, words])).toEqual([
    ["wrote", "Once upon a time"],
    ["confirmed", ""],
    ["sent", ""],
    ["wrote", "Once upon"],
    ["began", ""],
  ]);
});

test("the words as they stood then come of the journal alone", () => {
  const told = tell();
  const then = whatHappened(JSON.parse(JSON.stringify(told)) as Told[]).map((one) => wordsThen(told, one));
  const texts = then.map((writing) => writing && documentText(writing.document));
  expect(texts).toEqual(["Once upon a time", "Once upon", "Once upon", "Once upon", "Once."]);
});

import { documentText } from "@muejam/prose/walk";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { openAutosave } from "./autosave.ts";
import { beginJournal } from "./journal.ts";
import { hearCalmly } from "./use-standing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page that notes what it is told, and when. */
function open() {
  const server = makeDraftServer();
  const autosave = openAutosave(
    { journal: beginJournal(server.read()), next: 0, conflicts: [], saved: { savedAt: "" } },
    {
      save: async (input) => ({ version: Number(server.save(input)), words: 1, savedAt: "" }),
      fetchDraft: async () => server.read(),
      append: async () => undefined,
      judge: () => ({ kind: "refused" }),
      isOnline: () => true,
    },
  );
  const begun = Date.now();
  const told: { after: number; text: string; isSettled: boolean }[] = [];
  const stop = hearCalmly(autosave, () => {
    const { journal, isSettled } = autosave.read();
    told.push({ after: Date.now() - begun, text: documentText(journal.local.document), isSettled });
  });
  const type = (text: string) => autosave.write({ document: chapter(paragraph(text, "a000000001")) });
  return { autosave, told, stop, type };
}

test("the first key is told at once, for it is unsent, and those after it a few times a second", async () => {
  const { told, type } = open();
  for (let keys = 1; keys <= 10; keys += 1) {
    type("w".repeat(keys));
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(told[0]).toEqual({ after: 0, text: "w", isSettled: false });
  expect(told.length).toBeLessThan(5);
  await vi.advanceTimersByTimeAsync(150);
  expect(told.at(-1)).toMatchObject({ text: "w".repeat(10), isSettled: false });
});

test("a title, what is sent and what is confirmed are told at once, with the newest text", async () => {
  const { autosave, told, type } = open();
  type("w");
  type("wo");
  expect(told).toHaveLength(1);
  autosave.write({ title: "T" });
  expect(told.at(-1)).toEqual({ after: 0, text: "wo", isSettled: false });
  await vi.advanceTimersByTimeAsync(800);
  expect(told.at(-1)).toEqual({ after: 800, text: "wo", isSettled: true });
});

test("whoever has left is told nothing more", async () => {
  const { told, stop, type } = open();
  type("w");
  type("wo");
  stop();
  await vi.runAllTimersAsync();
  expect(told).toHaveLength(1);
});

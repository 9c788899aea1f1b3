import { documentText } from "@muejam/prose/walk";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeDevice } from "../../test/device.ts";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { openAutosave } from "./autosave.ts";
import { beginJournal } from "./journal.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const words = (text: string, id = "a000000001") => chapter(paragraph(text, id));

/** A server whose answer to who asks for the draft is held until the test lets it go. */
function setUp() {
  const server = makeDraftServer();
  server.change(() => words("One two three."));
  const held: (() => void)[] = [];
  const device = makeDevice();
  const autosave = openAutosave(
    {
      journal: beginJournal(server.read()),
      next: 0,
      conflicts: [],
      saved: { savedAt: server.read().savedAt },
    },
    {
      async save(input) {
        const version = server.save(input);
        if (version === "changed") throw new Error("Nobody else saves while this one does.");
        return { version, words: 1, savedAt: new Date().toISOString() };
      },
      fetchDraft() {
        const draft = server.read();
        return new Promise((resolve) => held.push(() => resolve(draft)));
      },
      append: async (batch) => device.append(batch),
      judge: () => ({ kind: "again", afterMs: 1000 }),
      isOnline: () => true,
    },
  );
  const local = () => documentText(autosave.read().journal.local.document);
  return { server, autosave, held, local };
}

test("what somebody else wrote comes without a save of one's own, and one's own words stay", async () => {
  const { server, autosave, held, local } = setUp();
  server.change(() => words("One two three four."));
  autosave.write({ document: words("Very one two three.") });
  const refreshed = autosave.refresh();
  held.shift()?.();
  await refreshed;
  expect(local()).toBe("Very one two three four.");
  expect(autosave.read()).toMatchObject({ merges: 1, conflicts: [] });
});

test("an answer that is older than what was confirmed meanwhile takes nothing back", async () => {
  const { server, autosave, held, local } = setUp();
  const refreshed = autosave.refresh();
  autosave.write({ document: words("One two three, and mine.") });
  await vi.advanceTimersByTimeAsync(6000);
  expect(documentText(server.document())).toBe("One two three, and mine.");
  held.shift()?.();
  await refreshed;
  expect(local()).toBe("One two three, and mine.");
  expect(autosave.read()).toMatchObject({ merges: 0, isSettled: true });
});

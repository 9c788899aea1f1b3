import type { TopBlock } from "@muejam/prose/document";
import { expect, test, vi } from "vitest";
import { makeDevice } from "../../test/device.ts";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { openAutosave } from "./autosave.ts";
import { beginJournal } from "./journal.ts";

const wordsAMinute = 60;
const wordsAParagraph = 85;
const keyMs = 60_000 / (wordsAMinute * 6);

test("an hour's writing takes less than five megabytes of the device, and a key less than two kilobytes of the wire", async () => {
  vi.useFakeTimers();
  const server = makeDraftServer();
  const device = makeDevice();
  const sent: number[] = [];
  const autosave = openAutosave(
    { journal: beginJournal(server.read()), next: 0, conflicts: [], saved: { savedAt: "" } },
    {
      async save(input) {
        sent.push(JSON.stringify(input).length);
        return { version: Number(server.save(input)), words: 0, savedAt: "" };
      },
      fetchDraft: async () => server.read(),
      append: async (batch) => device.append(batch),
      judge: () => ({ kind: "refused" }),
      isOnline: () => true,
    },
  );
  let most = 0;
  const blocks: TopBlock[] = [];
  for (let word = 0; word < 60 * wordsAMinute; word += 1) {
    if (word % wordsAParagraph === 0) blocks.push(paragraph(""));
    for (const key of "lamps ") {
      const last = blocks.at(-1);
      const text = `${textOf(last)}${key}`;
      blocks.splice(-1, 1, paragraph(text, last?.attrs.id));
      autosave.write({ document: chapter(...blocks) });
      await vi.advanceTimersByTimeAsync(keyMs);
    }
    if (word % 100 === 0) most = Math.max(most, device.size());
  }
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(autosave.read().isSettled).toBe(true);
  sent.sort((a, b) => a - b);
  console.log(`an hour: ${most} bytes at most, ${device.size()} at the end; a save: ${sent.at(-1)} bytes at most`);
  expect(Math.max(most, device.size())).toBeLessThan(5_000_000);
  expect(sent.at(-1)).toBeLessThan(2_000);
}, 300_000);

const textOf = (block: TopBlock | undefined): string =>
  block?.type === "paragraph"
    ? (block.content ?? []).map((node) => (node.type === "text" ? node.text : "")).join("")
    : "";

import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { type Connect, type LivePlace, shareHints } from "./live.ts";

const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((stop) => stop()));

/** The tabs of one browser, and a server whose connections a test holds in its hands. */
function openBrowser() {
  const name = randomUUID();
  const calls: { after: number; hear: (seq: number) => void; end: () => void; tab: string }[] = [];
  const openTab = (tab: string, after: number) => {
    const onHint = vi.fn<() => void>();
    const connect: Connect = (from, hear, over) =>
      new Promise((end) => {
        calls.push({ after: from, hear, end, tab });
        over.addEventListener("abort", () => end());
      });
    const place: LivePlace = {
      channel: new BroadcastChannel(name),
      lead: (act, callOff) => navigator.locks.request(name, { signal: callOff }, act),
    };
    const stop = shareHints({ name, after, connect, onHint, place, pauseMs: () => 1 });
    open.push(stop);
    return { onHint, stop };
  };
  const called = (count: number) => vi.waitUntil(() => calls.length === count && calls[count - 1]);
  return { openTab, called, calls };
}

test("tabs share one connection, and a hint reaches them all", async () => {
  const { openTab, called, calls } = openBrowser();
  const tabs = ["a", "b", "c"].map((tab) => openTab(tab, 7));
  const connection = await called(1);
  expect(connection).toMatchObject({ tab: "a", after: 7 });
  connection.hear(8);
  for (const { onHint } of tabs) await vi.waitFor(() => expect(onHint).toHaveBeenCalledOnce());
  expect(calls).toHaveLength(1);
});

test("when the tab that leads closes, another goes on behind the last that was heard", async () => {
  const { openTab, called } = openBrowser();
  const [first, second] = [openTab("a", 7), openTab("b", 7)];
  (await called(1)).hear(12);
  await vi.waitFor(() => expect(second.onHint).toHaveBeenCalled());
  first.stop();
  expect(await called(2)).toMatchObject({ tab: "b", after: 12 });
});

test("a tab that only listened leaves the others as they are", async () => {
  const { openTab, called, calls } = openBrowser();
  const [first, second] = [openTab("a", 1), openTab("b", 1)];
  await called(1);
  second.stop();
  calls[0]?.hear(2);
  await vi.waitFor(() => expect(first.onHint).toHaveBeenCalled());
  expect(second.onHint).not.toHaveBeenCalled();
  expect(calls).toHaveLength(1);
});

test("a connection that ends is opened again, behind what it told", async () => {
  const { openTab, called } = openBrowser();
  openTab("a", 0);
  const first = await called(1);
  first.hear(3);
  first.end();
  expect(await called(2)).toMatchObject({ tab: "a", after: 3 });
});

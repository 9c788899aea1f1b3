import type { Page } from "@playwright/test";

type Traced = { name: string; ts: number };

const begun = "IDBDatabase::transaction";
const kept = "Transaction::CommitPhaseTwo.TransactionCompleteCallbacks";

/**
 * How long each line that is written down during `act` takes until the browser has it, in milliseconds and in order.
 * The browser's own account: a page hears of it only when it has drawn its frame.
 */
export async function traceJournal(page: Page, act: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("A journey has a browser.");
  const session = await browser.newBrowserCDPSession();
  const events: Traced[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const { name, ts } of value) events.push({ name: String(name), ts: Number(ts) });
  });
  const isOver = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["IndexedDB"] },
  });
  await act();
  await session.send("Tracing.end");
  await isOver;
  await session.detach();
  const instants = (of: string) => events.flatMap(({ name, ts }) => (name === of ? [ts] : [])).sort((a, b) => a - b);
  const ends = instants(kept);
  // Transactions on the same stores end in the order in which they began.
  return instants(begun).flatMap((at, index) => {
    const end = ends[index];
    return end === undefined ? [] : [(end - at) / 1000];
  });
}

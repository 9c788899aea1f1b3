import type { DraftSave } from "@muejam/contracts/draft";
import { documentText } from "@muejam/prose/walk";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeDevice } from "../../test/device.ts";
import { chapter, makeDraftServer, paragraph } from "../../test/draft-server.ts";
import { openAutosave, type Ports, type Verdict } from "./autosave.ts";
import { beginJournal } from "./journal.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Failure extends Error {
  override readonly name = "Failure";
  readonly kind: Verdict["kind"];
  constructor(kind: Verdict["kind"]) {
    super(kind);
    this.kind = kind;
  }
}

type Weather = "fair" | "request-lost" | "answer-lost" | "signed-out" | "refused" | "offline";

/** A server, a device and a network whose weather the test makes. */
function setUp(weatherAt: () => Weather = () => "fair") {
  const server = makeDraftServer();
  const device = makeDevice();
  const sent: DraftSave[] = [];
  const ports: Ports = {
    async save(input) {
      const weather = weatherAt();
      sent.push(input);
      expect(device.read(input.journalId)?.journal.sent, "kept before it is sent").toMatchObject({});
      if (weather === "request-lost") throw new Failure("again");
      if (weather === "signed-out" || weather === "refused") throw new Failure(weather);
      const version = server.save(input);
      if (weather === "answer-lost") throw new Failure("again");
      if (version === "changed") throw new Failure("changed");
      return { version, words: 1, savedAt: new Date().toISOString() };
    },
    fetchDraft: async () => server.read(),
    append: async (batch) => device.append(batch),
    judge: (error) =>
      error instanceof Failure && error.kind !== "again" ? { kind: error.kind } : { kind: "again", afterMs: 1000 },
    isOnline: () => weatherAt() !== "offline",
  };
  let tab = 0;
  /** A new tab; whatever an earlier one still had under way is never heard of again. */
  const start = (left = { journal: beginJournal(server.read()), next: 0 }) => {
    const own = ++tab;
    const ifOpen = <T>(act: () => Promise<T>) => (own === tab ? act() : new Promise<T>(() => undefined));
    return openAutosave(
      { ...left, conflicts: [], saved: { savedAt: server.read().savedAt } },
      {
        ...ports,
        save: (input) => ifOpen(() => ports.save(input)),
        append: (batch) => ifOpen(() => ports.append(batch)),
      },
    );
  };
  const text = () => documentText(server.document());
  return { server, device, sent, start, text };
}

const words = (text: string) => ({ document: chapter(paragraph(text, "a000000001")) });

test("a pause sends, and steady writing is sent at least every five seconds", async () => {
  const { start, sent, text } = setUp();
  const autosave = start();
  autosave.write(words("One"));
  await vi.advanceTimersByTimeAsync(799);
  expect(sent).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(text()).toBe("One");
  for (let key = 0; key < 100; key += 1) {
    autosave.write(words(`One ${key}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(sent.length).toBeGreaterThanOrEqual(2);
  expect(sent.length).toBeLessThanOrEqual(4);
});

test("one save is under way at a time, and what was confirmed waits no longer", async () => {
  const { start, sent, device, text } = setUp();
  const autosave = start();
  autosave.write(words("One"));
  await vi.advanceTimersByTimeAsync(0);
  expect(device.unsent()).toHaveLength(1);
  const first = autosave.wake();
  autosave.write(words("Two"));
  void autosave.wake();
  await first;
  expect(sent).toHaveLength(1);
  await vi.runAllTimersAsync();
  expect(text()).toBe("Two");
  expect(sent.map(({ seq }) => seq)).toEqual([0, 1]);
  expect(autosave.read()).toMatchObject({ isSettled: true, isSending: false, trouble: null });
  expect(device.unsent()).toEqual([]);
});

test("a save without an answer is repeated as it was", async () => {
  let weather: Weather = "answer-lost";
  const { start, sent, server, text } = setUp(() => weather);
  const autosave = start();
  autosave.write(words("One"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(autosave.read().trouble).toMatchObject({ kind: "silent" });
  autosave.write(words("Two"));
  weather = "fair";
  await vi.advanceTimersByTimeAsync(5000);
  expect(sent[1]).toEqual(sent[0]);
  expect(text()).toBe("Two");
  expect(server.read().version).toBe(2);
});

test("of what was typed for a save that was confirmed, one line stays, and the journal is the same", async () => {
  const { start, device } = setUp();
  const autosave = start();
  for (let key = 1; key <= 300; key += 1) {
    autosave.write(words("One two three. ".repeat(key)));
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.runAllTimersAsync();
  const { journal } = autosave.read();
  expect(device.read(journal.id)?.journal).toEqual(journal);
  // Four saves: what was written for it, sent, confirmed; and the beginning.
  expect(device.lineCount()).toBeLessThanOrEqual(1 + 4 * 3);
});

test("without a network nothing is sent, and everything goes up when it is back", async () => {
  let weather: Weather = "offline";
  const { start, sent, device, text } = setUp(() => weather);
  const autosave = start();
  autosave.write(words("One"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(0);
  expect(device.unsent()).toHaveLength(1);
  expect(autosave.read().trouble).toMatchObject({ kind: "offline" });
  weather = "fair";
  await autosave.wake();
  expect(text()).toBe("One");
  expect(autosave.read().trouble).toBeNull();
});

test.each(["signed-out", "refused"] as const)(
  "when %s, the words stay here until somebody has seen to it",
  async (kind) => {
    let weather: Weather = kind;
    const { start, sent, device, text } = setUp(() => weather);
    const autosave = start();
    autosave.write(words("One"));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(sent).toHaveLength(1);
    expect(autosave.read().trouble).toMatchObject({ kind });
    autosave.write(words("Two"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(device.unsent().map(({ journal: { local } }) => documentText(local.document))).toEqual(["Two"]);
    weather = "fair";
    await autosave.wake();
    await vi.runAllTimersAsync();
    expect(text()).toBe("Two");
  },
);

test("when somebody else signs in nothing is sent in their name, whatever happens, until the author is back", async () => {
  const { start, sent, text } = setUp();
  const autosave = start();
  autosave.write(words("Mine."));
  autosave.hold("signed-out");
  autosave.hold("someone-else");
  autosave.hold("offline");
  await autosave.wake();
  autosave.write(words("Mine alone."));
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(0);
  expect(autosave.read()).toMatchObject({ trouble: { kind: "someone-else" }, isSettled: false });
  await autosave.own();
  await vi.runAllTimersAsync();
  expect(autosave.read()).toMatchObject({ trouble: null, isSettled: true });
  expect(text()).toBe("Mine alone.");
});

test("a save that was under way when its author signed out is not sent again in another's name", async () => {
  let weather: Weather = "request-lost";
  const { start, sent } = setUp(() => weather);
  const autosave = start();
  autosave.write(words("Mine."));
  const trying = autosave.wake();
  autosave.hold("someone-else");
  await trying;
  weather = "fair";
  await vi.runAllTimersAsync();
  expect(sent).toHaveLength(1);
  expect(autosave.read().trouble?.kind).toBe("someone-else");
});

test("another device's words are put together with these, and it is told", async () => {
  const { start, server, text } = setUp();
  const autosave = start();
  server.change(({ content }) => chapter(...content, paragraph("There.")));
  autosave.write({ document: chapter(paragraph("Here."), ...autosave.read().journal.local.document.content) });
  await vi.runAllTimersAsync();
  expect(text()).toBe("Here.\nOnce.\nThere.");
  expect(autosave.read()).toMatchObject({ merges: 1, isSettled: true });
  expect(documentText(autosave.read().journal.local.document)).toBe(text());
});

test("where both changed the same words both stay, and it is told until somebody has chosen", async () => {
  const { start, server, text } = setUp();
  const autosave = start();
  const [block] = server.document().content;
  server.change(() => chapter(paragraph("Twice.", block?.attrs.id)));
  autosave.write({ document: chapter(paragraph("Never.", block?.attrs.id)) });
  await vi.runAllTimersAsync();
  expect(text()).toBe("Never Twice.");
  const { conflicts } = autosave.read();
  expect(conflicts).toMatchObject([{ mine: { text: "Never" }, theirs: { text: "Twice" } }]);
  for (const conflict of conflicts) autosave.settle(conflict);
  expect(autosave.read().conflicts).toEqual([]);
});

test("a device that keeps nothing is told of, and stops nothing", async () => {
  const { server } = setUp();
  const full = () => Promise.reject(new Error("QuotaExceededError"));
  const autosave = openAutosave(
    { journal: beginJournal(server.read()), next: 0, conflicts: [], saved: { savedAt: "" } },
    {
      save: async (input) => ({ version: Number(server.save(input)), words: 1, savedAt: "" }),
      fetchDraft: async () => server.read(),
      append: full,
      judge: () => ({ kind: "refused" }),
      isOnline: () => true,
    },
  );
  autosave.write(words("One"));
  await vi.advanceTimersByTimeAsync(300);
  expect(autosave.read().isKept).toBe(false);
  await vi.runAllTimersAsync();
  expect(autosave.read()).toMatchObject({ isSettled: true, isKept: true });
});

const weathers: Weather[] = ["fair", "request-lost", "answer-lost", "signed-out", "refused", "offline"];
const act = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(3000) }),
  fc.record({ kind: fc.constant("weather" as const), weather: fc.constantFrom(...weathers) }),
  fc.record({ kind: fc.constantFrom("elsewhere" as const, "crash" as const, "wake" as const) }),
);

test("in any weather, in the end the server has what stands here", async () => {
  let word = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      let weather: Weather = "fair";
      const { start, server, device } = setUp(() => weather);
      let autosave = start();
      for (const step of acts) {
        word += 1;
        const { document } = autosave.read().journal.local;
        if (step.kind === "wait") await vi.advanceTimersByTimeAsync(step.ms);
        else if (step.kind === "weather") weather = step.weather;
        else if (step.kind === "wake") void autosave.wake();
        else if (step.kind === "elsewhere") server.change(({ content }) => chapter(paragraph(`e${word}`), ...content));
        else if (step.kind === "write")
          autosave.write({ document: chapter(...document.content.toSpliced(step.at, 0, paragraph(`w${word}`))) });
        else {
          // The tab is gone; another one finds what the device has.
          vi.clearAllTimers();
          const [left] = device.unsent();
          autosave = start(left);
        }
      }
      weather = "fair";
      await autosave.wake();
      await vi.runAllTimersAsync();
      autosave.write({ document: chapter(paragraph("The end."), ...autosave.read().journal.local.document.content) });
      await vi.runAllTimersAsync();
      expect(autosave.read()).toMatchObject({ isSettled: true, trouble: null });
      expect(server.document()).toEqual(autosave.read().journal.local.document);
      expect(device.unsent()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

import type { Draft, DraftSave } from "@muejam/contracts/draft";
import type { Document, TopBlock } from "@muejam/prose/document";
import { documentText } from "@muejam/prose/walk";
import fc from "fast-check";
import {
  beginJournal,
  confirm,
  isSettled,
  type Journal,
  meet,
  saveOf,
  send,
  takeIn,
  write,
} from "../features/editor/journal.ts";
import { changeOf, type Happening, metBy } from "../features/editor/journal-entries.ts";
import { openRecorder } from "../features/editor/recorder.ts";
import { makeDevice } from "./device.ts";
import { chapter, paragraph } from "./draft-server.ts";

/** The draft's server, as its browsers know it. */
export type SyncServer = {
  read(): Draft;
  document(): Document;
  save(save: DraftSave): number | "changed" | Promise<number | "changed">;
};

type Request = { tab: number; save: DraftSave };
type Answer = { tab: number; seq: number; journalId: string; version: number | "changed" };

const tabs = 3;
const tab = fc.nat(tabs - 1);
const at = fc.nat(30);
export const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom("append", "insert", "add", "strike"), tab, at }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("send"), tab, at }) },
  // Whatever is under way arrives late, twice or never, in any order.
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("request", "request again", "answer", "answer again"), tab, at }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom("crash", "adopt", "server dies", "full", "room"), tab, at }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** Three tabs of one device, a network that may do anything, and a server. */
export function makeWorld(server: SyncServer) {
  const device = makeDevice();
  const requests: Request[] = [];
  const answers: Answer[] = [];
  const typed = new Set<string>();
  const struck = new Set<string>();
  let isFull = false;
  const all = Array.from({ length: tabs }, () => openTab(beginJournal(server.read()), 0));

  function openTab(begun: Journal, next: number) {
    let journal = begun;
    const ports = {
      append: async (batch: Parameters<typeof device.append>[0]) => {
        if (isFull) throw new Error("There is no room.");
        device.append(batch);
      },
      tell: () => undefined,
    };
    const recorder = openRecorder({ journal, next }, ports);
    const become = (happening: Happening, after: Journal) => {
      recorder.record({ at: 0, ...happening }, after);
      journal = after;
    };
    return {
      read: () => journal,
      flush: recorder.flush,
      become,
      /** A lost answer is one that this tab hears of no more. */
      hear({ seq, journalId, version }: Answer): void {
        if (journal.id !== journalId || journal.seq !== seq || !journal.sent) return;
        if (version !== "changed") return become({ kind: "confirmed", version, words: 0 }, confirm(journal, version));
        const met = meet(journal, server.read());
        become(metBy(journal, met.journal, met.conflicts), met.journal);
      },
      send(): void {
        if (isSettled(journal)) return;
        if (!journal.sent) become({ kind: "sent" }, send(journal));
      },
      refresh(): void {
        if (journal.sent || journal.version === server.read().version) return;
        const met = meet(journal, server.read());
        become(metBy(journal, met.journal, met.conflicts), met.journal);
      },
    };
  }

  function type({ kind, tab: index, at: place }: Act): void {
    const one = all[index];
    if (!one) return;
    const journal = one.read();
    const { local } = journal;
    const document = edited(local.document, { kind, place, typed, struck });
    const after = write(journal, { document });
    one.become({ kind: "wrote", change: changeOf(local, after.local) }, after);
  }

  /** What is not on the device is gone with its tab; a full one was told of, and whoever was told keeps the tab open. */
  function crash(index: number, isAdopted: boolean): void {
    const one = all[index];
    if (!one || isFull) return;
    const left = device.read(one.read().id);
    const heir = all[(index + 1) % tabs];
    const other = heir && device.read(heir.read().id);
    if (!isAdopted || !left || !heir || !other) {
      all[index] = left ? openTab(left.journal, left.next) : openTab(beginJournal(server.read()), 0);
      return;
    }
    const { journal } = takeIn({ journal: other.journal, conflicts: [] }, left.journal);
    device.append({
      journal,
      isSettled: false,
      gone: [],
      lines: [{ n: other.next, entry: { at: 0, kind: "began", journal } }],
    });
    device.forget(left.journal.id);
    all[(index + 1) % tabs] = openTab(journal, other.next + 1);
    all[index] = openTab(beginJournal(server.read()), 0);
  }

  function take<T>(from: T[], place: number, isRepeated: boolean): T | undefined {
    const index = place % Math.max(1, from.length);
    return isRepeated ? from[index] : from.splice(index, 1)[0];
  }

  async function deliver({ tab: index, save }: Request): Promise<void> {
    answers.push({ tab: index, seq: save.seq, journalId: save.journalId, version: await server.save(save) });
  }

  async function act(one: Act): Promise<void> {
    const { kind, tab: index, at: place } = one;
    const here = all[index];
    if (kind === "send" && here) {
      here.send();
      if (here.read().sent) requests.push({ tab: index, save: structuredClone(saveOf(here.read())) });
    } else if (kind === "request" || kind === "request again") {
      const request = take(requests, place, kind === "request again");
      if (request) await deliver(request);
    } else if (kind === "answer" || kind === "answer again") {
      const answer = take(answers, place, kind === "answer again");
      if (answer) all[answer.tab]?.hear(answer);
    } else if (kind === "crash" || kind === "adopt") crash(index, kind === "adopt");
    else if (kind === "server dies") requests.splice(0, requests.length, ...requests.slice(0, place % 2));
    else if (kind === "full" || kind === "room") isFull = kind === "full";
    else type(one);
  }

  const rest = async () => {
    for (const one of all) await one.flush();
  };

  /** The network is back, and stays. */
  async function heal(): Promise<void> {
    isFull = false;
    for (let round = 0; round < 20; round += 1) {
      for (const [index, one] of all.entries()) {
        while (!isSettled(one.read())) {
          one.send();
          await deliver({ tab: index, save: saveOf(one.read()) });
          const answer = answers.pop();
          if (answer) one.hear(answer);
        }
        one.refresh();
        await one.flush();
      }
    }
  }

  const ends = () =>
    [server.document(), ...all.map((one) => one.read().local.document)].map((document) => ({ document }));
  return { typed, struck, act, rest, heal, ends };
}

type Edit = { kind: string; place: number; typed: Set<string>; struck: Set<string> };

function edited(document: Document, { kind, place, typed, struck }: Edit): Document {
  const { content } = document;
  const index = place % content.length;
  const words = textOf(content[index]).split(" ");
  if (kind === "strike") {
    const [gone] = words.splice(place % words.length, 1);
    for (const word of gone?.match(/w\d+/g) ?? []) struck.add(word);
  } else {
    const word = `w${typed.size}`;
    typed.add(word);
    if (kind === "add") return chapter(...content.toSpliced(index, 0, paragraph(word)));
    words.splice(kind === "append" ? words.length : place % (words.length + 1), 0, word);
  }
  return chapter(...content.with(index, paragraph(words.join(" ").trim() || "—", content[index]?.attrs.id)));
}

const textOf = (block: TopBlock | undefined): string => documentText(chapter(...(block ? [block] : [])));

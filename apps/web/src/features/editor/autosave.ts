import type { Draft, DraftSave, DraftSaved } from "@muejam/contracts/draft";
import {
  type AnyConflict,
  confirm,
  isSettled,
  type Journal,
  meet,
  saveOf,
  send,
  type Writing,
  write,
} from "./journal.ts";
import { changeOf, type Happening, metBy } from "./journal-entries.ts";
import { type Batch, openRecorder } from "./recorder.ts";

/** What a failed save asks for. */
export type Verdict = { kind: "changed" | Waiting } | { kind: "again"; afterMs: number };

/** `outdated`: this page is older than the chapter's text. Each of these waits for somebody. */
type Waiting = "signed-out" | "refused" | "outdated";

/** `silent`: there is a network, and no answer. */
export type Trouble = { kind: "offline" | "silent" | "someone-else" | Waiting; since: number; error?: unknown };

export type Standing = {
  journal: Journal;
  saved: { savedAt: string };
  isSettled: boolean;
  isSending: boolean;
  /** False when the browser keeps nothing: then the words are in this tab alone until they are confirmed. */
  isKept: boolean;
  trouble: Trouble | null;
  /** How often other people's words were put together with these. */
  merges: number;
  /** Where both readings stand, until somebody has chosen. */
  conflicts: AnyConflict[];
};

export type Ports = {
  save(input: DraftSave): Promise<DraftSaved>;
  fetchDraft(): Promise<Draft>;
  append(batch: Batch): Promise<void>;
  judge(error: unknown, failures: number): Verdict;
  isOnline(): boolean;
};

const quietMs = 800;
const patienceMs = 5_000;

export type Autosave = ReturnType<typeof openAutosave>;

/** `next`: the journal's next line. `isRecovered`: an earlier visit had left it on this device. */
type Begun = Pick<Standing, "journal" | "conflicts" | "saved"> & { next: number; isRecovered?: boolean };

/** Brings what is written to the server, one save at a time, and keeps on this device whatever is not there yet. */
export function openAutosave(begun: Begun, ports: Ports) {
  const { next, isRecovered, ...opened } = begun;
  const listeners = new Set<() => void>();
  let standing: Standing = {
    ...opened,
    isSettled: isSettled(begun.journal),
    isSending: false,
    isKept: true,
    trouble: null,
    merges: 0,
  };
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let failures = 0;
  let isClosed = false;
  /** The session may be another's: until its owner is known, nothing goes out. */
  let isOwner = true;

  function become(part: Partial<Standing>): void {
    const before = standing;
    standing = { ...standing, ...part };
    if (part.journal) standing.isSettled = isSettled(part.journal);
    const by = standing.trouble?.kind;
    if (by !== before.trouble?.kind) record(by ? { kind: "held", by } : { kind: "freed" });
    for (const tell of listeners) tell();
  }

  const recorder = openRecorder(
    { journal: standing.journal, next },
    {
      append: ports.append,
      // Words that are on the server are lost with no device.
      tell(isWritten) {
        const isKept = isWritten || standing.isSettled;
        if (isKept !== standing.isKept) become({ isKept });
      },
    },
  );

  /** Nothing is done with the words before it is written down. */
  function record(happening: Happening, journal = standing.journal): void {
    recorder.record({ at: Date.now(), ...happening }, journal);
  }

  /** After a pause in writing, or now and then when there is none. A trouble has its own time. */
  function plan(): void {
    if (standing.isSending || standing.trouble || standing.isSettled) return;
    const now = Date.now();
    waitingSince ??= now;
    clearTimeout(sendTimer);
    sendTimer = setTimeout(() => void attempt(), Math.max(0, Math.min(quietMs, waitingSince + patienceMs - now)));
  }

  async function attempt(): Promise<void> {
    clearTimeout(sendTimer);
    if (standing.isSending || standing.isSettled || !isOwner) return;
    if (!ports.isOnline()) return become({ trouble: standing.trouble ?? { kind: "offline", since: Date.now() } });
    waitingSince = null;
    const isRepeat = standing.journal.sent !== null;
    const journal = send(standing.journal);
    if (!isRepeat) record({ kind: "sent" }, journal);
    become({ isSending: true, journal });
    await recorder.flush();
    try {
      const { version, words, savedAt } = await ports.save(saveOf(standing.journal));
      failures = 0;
      const confirmed = confirm(standing.journal, version);
      record({ kind: "confirmed", version, words }, confirmed);
      become({ trouble: isOwner ? null : standing.trouble, saved: { savedAt }, journal: confirmed });
    } catch (error) {
      await answer(error);
    }
    become({ isSending: false });
    await recorder.flush();
    plan();
  }

  async function answer(error: unknown): Promise<void> {
    if (!isOwner) return;
    const verdict = ports.judge(error, failures);
    if (verdict.kind === "changed")
      try {
        const draft = await ports.fetchDraft();
        failures = 0;
        return takeUp(draft, { trouble: null });
      } catch (second) {
        return suffer(second, ports.judge(second, failures));
      }
    suffer(error, verdict);
  }

  function takeUp(draft: Draft, part: Partial<Standing> = {}): void {
    const { journal, conflicts } = meet(standing.journal, draft);
    record(metBy(standing.journal, journal, conflicts), journal);
    const merges = standing.merges + 1;
    become({ ...part, saved: draft, journal, merges, conflicts: [...standing.conflicts, ...conflicts] });
  }

  function suffer(error: unknown, verdict: Verdict): void {
    failures += 1;
    const since = standing.trouble?.since ?? Date.now();
    if (verdict.kind !== "again" && verdict.kind !== "changed")
      return become({ trouble: { kind: verdict.kind, since, error } });
    become({ trouble: { kind: ports.isOnline() ? "silent" : "offline", since } });
    if (!isClosed) sendTimer = setTimeout(() => void attempt(), verdict.kind === "again" ? verdict.afterMs : quietMs);
  }

  function wake(): Promise<void> {
    failures = 0;
    if (isOwner && standing.isSettled && standing.trouble && ports.isOnline()) become({ trouble: null });
    return attempt();
  }

  if (isRecovered) record({ kind: "recovered" });
  plan();
  return {
    read: () => standing,
    subscribe(tell: () => void) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    write(part: Partial<Writing>): void {
      const journal = write(standing.journal, part);
      record({ kind: "wrote", change: changeOf(standing.journal.local, journal.local) }, journal);
      become({ journal });
      plan();
    },
    keep: recorder.flush,
    /** Somebody has chosen, or wants both. */
    settle(conflict: AnyConflict): void {
      become({ conflicts: standing.conflicts.filter((one) => one !== conflict) });
    },
    /** Somebody else's version is known to be newer than the one here. */
    async refresh(): Promise<void> {
      // A save without an answer meets them by itself, and what it was confirmed on meanwhile is newer than what came.
      const isBusy = () => standing.isSending || standing.journal.sent !== null;
      if (isBusy()) return;
      const draft = await ports.fetchDraft();
      if (!isBusy() && draft.version > standing.journal.version) takeUp(draft);
      plan();
    },
    /** The network is back, or nobody wants to wait: what held the words up may be over. */
    wake,
    /** Whoever writes here is signed in. */
    own(): Promise<void> {
      isOwner = true;
      return wake();
    },
    /** Nothing is sent without a network, nor in the name of somebody who may have gone. */
    hold(kind: "offline" | "signed-out" | "someone-else"): void {
      clearTimeout(sendTimer);
      if (kind !== "offline") isOwner = false;
      else if (!isOwner) return;
      become({ trouble: { kind, since: standing.trouble?.since ?? Date.now() } });
    },
    /** What cannot be sent any more stays on this device for the next time. */
    async close(): Promise<void> {
      isClosed = true;
      await recorder.flush();
      if (!standing.trouble) await attempt();
    },
  };
}

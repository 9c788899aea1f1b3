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

/** What a failed save asks for. */
export type Verdict = { kind: "changed" | "signed-out" | "refused" } | { kind: "again"; afterMs: number };

/** `silent`: there is a network, and no answer. Only `signed-out` and `refused` wait for somebody. */
export type Trouble = { kind: "offline" | "silent" | "signed-out" | "refused"; since: number; error?: unknown };

export type Standing = {
  journal: Journal;
  saved: { words: number; savedAt: string };
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
  keep(journal: Journal): Promise<void>;
  forget(journal: Journal): Promise<void>;
  judge(error: unknown, failures: number): Verdict;
  isOnline(): boolean;
};

const quietMs = 800;
const patienceMs = 5_000;
const keepMs = 250;

export type Autosave = ReturnType<typeof openAutosave>;

/** Brings what is written to the server, one save at a time, and keeps on this device whatever is not there yet. */
export function openAutosave(begun: Pick<Standing, "journal" | "conflicts" | "saved">, ports: Ports) {
  const listeners = new Set<() => void>();
  let standing: Standing = {
    ...begun,
    isSettled: isSettled(begun.journal),
    isSending: false,
    isKept: true,
    trouble: null,
    merges: 0,
  };
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let failures = 0;
  let isClosed = false;

  function become(part: Partial<Standing>): void {
    standing = { ...standing, ...part };
    if (part.journal) standing.isSettled = isSettled(part.journal);
    for (const tell of listeners) tell();
  }

  let keeping: Promise<void> | null = null;
  let isStale = false;
  /** Resolves when what stands now is on this device, or is known not to be. */
  function keep(): Promise<void> {
    clearTimeout(keepTimer);
    keepTimer = undefined;
    isStale = true;
    keeping ??= keepWhileStale().finally(() => {
      keeping = null;
    });
    return keeping;
  }
  async function keepWhileStale(): Promise<void> {
    while (isStale) {
      isStale = false;
      const { journal } = standing;
      const isKept = await (standing.isSettled ? ports.forget(journal) : ports.keep(journal)).then(
        () => true,
        () => standing.isSettled,
      );
      if (isKept !== standing.isKept) become({ isKept });
    }
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
    if (standing.isSending || standing.isSettled) return;
    if (!ports.isOnline()) return become({ trouble: standing.trouble ?? { kind: "offline", since: Date.now() } });
    waitingSince = null;
    become({ isSending: true, journal: send(standing.journal) });
    await keep();
    try {
      const { version, words, savedAt } = await ports.save(saveOf(standing.journal));
      failures = 0;
      become({ trouble: null, saved: { words, savedAt }, journal: confirm(standing.journal, version) });
    } catch (error) {
      await answer(error);
    }
    become({ isSending: false });
    await keep();
    plan();
  }

  async function answer(error: unknown): Promise<void> {
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
    const merges = standing.merges + 1;
    become({ ...part, saved: draft, journal, merges, conflicts: [...standing.conflicts, ...conflicts] });
  }

  function suffer(error: unknown, verdict: Verdict): void {
    failures += 1;
    const since = standing.trouble?.since ?? Date.now();
    if (verdict.kind === "signed-out" || verdict.kind === "refused")
      return become({ trouble: { kind: verdict.kind, since, error } });
    become({ trouble: { kind: ports.isOnline() ? "silent" : "offline", since } });
    if (!isClosed) sendTimer = setTimeout(() => void attempt(), verdict.kind === "again" ? verdict.afterMs : quietMs);
  }

  plan();
  return {
    read: () => standing,
    subscribe(tell: () => void) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    write(part: Partial<Writing>): void {
      become({ journal: write(standing.journal, part) });
      keepTimer ??= setTimeout(() => void keep(), keepMs);
      plan();
    },
    keep,
    /** Somebody has chosen, or wants both. */
    settle(conflict: AnyConflict): void {
      become({ conflicts: standing.conflicts.filter((one) => one !== conflict) });
    },
    /** Somebody else's version is known to be newer than the one here. */
    async refresh(): Promise<void> {
      if (standing.isSending) return;
      const draft = await ports.fetchDraft();
      if (draft.version !== standing.journal.version) takeUp(draft);
      plan();
    },
    /** The network is back, somebody signed in again, or nobody wants to wait: what held the words up may be over. */
    wake(): Promise<void> {
      failures = 0;
      if (standing.isSettled && standing.trouble && ports.isOnline()) become({ trouble: null });
      return attempt();
    },
    /** Nothing is sent in the name of somebody who may have gone. */
    hold(kind: "offline" | "signed-out"): void {
      clearTimeout(sendTimer);
      become({ trouble: { kind, since: standing.trouble?.since ?? Date.now() } });
    },
    /** What cannot be sent any more stays on this device for the next time. */
    async close(): Promise<void> {
      isClosed = true;
      await keep();
      if (!standing.trouble) await attempt();
    },
  };
}

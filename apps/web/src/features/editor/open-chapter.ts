import type { Draft } from "@muejam/contracts/draft";
import { onlineManager } from "@tanstack/react-query";
import type { ApiClient } from "../../lib/api.ts";
import { type Autosave, openAutosave, type Ports } from "./autosave.ts";
import { beginJournal, type Met, takeIn } from "./journal.ts";
import { claimJournal, forgetJournal, keepJournal, leftJournals } from "./journal-store.ts";
import { judge } from "./verdict.ts";

/** `isRecovered`: words came back that an earlier visit had left on this device. */
export type OpenedChapter = { autosave: Autosave; isRecovered: boolean; close: () => Promise<void> };

/** Longer than the server takes for anything. */
const patienceMs = 35_000;

export async function openChapter(client: ApiClient, profileId: string, draft: Draft): Promise<OpenedChapter> {
  const { chapterId } = draft;
  const ports: Ports = {
    save: (input) => client.draft.save.mutate(input, { signal: AbortSignal.timeout(patienceMs) }),
    fetchDraft: () => client.draft.get.query({ chapterId }),
    keep: (journal) => keepJournal(profileId, journal),
    forget: (journal) => forgetJournal(profileId, journal),
    judge,
    isOnline: () => onlineManager.isOnline(),
  };
  const left = await claimLeft(profileId, chapterId);
  const [first, ...others] = left;
  const begun = { journal: first?.journal ?? beginJournal(draft), conflicts: [] };
  const { journal, conflicts } = others.reduce<Met>((whole, other) => takeIn(whole, other.journal), begun);
  const release = first?.release ?? (await claimJournal(journal.id));
  if (others.length > 0) await ports.keep(journal);
  for (const other of others) {
    await ports.forget(other.journal);
    other.release();
  }
  const autosave = openAutosave({ journal, conflicts, saved: draft }, ports);
  const close = async () => {
    await autosave.close();
    release?.();
  };
  return { autosave, isRecovered: first !== undefined, close };
}

/** What crashed or closed too early; what another tab is still busy with stays that tab's. */
async function claimLeft(profileId: string, chapterId: string) {
  // A browser that keeps nothing has nothing left.
  const journals = await leftJournals(profileId, chapterId).catch(() => []);
  const claims = await Promise.all(
    journals.map(async (journal) => ({ journal, release: await claimJournal(journal.id) })),
  );
  return claims.flatMap(({ journal, release }) => (release ? [{ journal, release }] : []));
}

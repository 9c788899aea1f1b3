import type { Draft } from "@muejam/contracts/draft";
import { onlineManager } from "@tanstack/react-query";
import type { ApiClient } from "../../lib/api.ts";
import type { fetchAs } from "../../lib/fetch-as.ts";
import { type Autosave, openAutosave, type Ports } from "./autosave.ts";
import { beginJournal, type Met, takeIn } from "./journal.ts";
import { claimJournal, leftJournals, lineWriter, takeOver, thinJournals } from "./journal-store.ts";
import { NewerText } from "./newer-text.ts";
import { openPictureDesk } from "./pictures/open-desk.ts";
import type { PictureDesk } from "./pictures/picture-desk.ts";
import { readable } from "./readable.ts";
import { judge } from "./verdict.ts";

/** `isRecovered`: words came back that an earlier visit had left on this device. */
export type OpenedChapter = {
  autosave: Autosave;
  pictures: PictureDesk;
  isRecovered: boolean;
  close: () => Promise<void>;
};

type Ways = { client: ApiClient; fetch: ReturnType<typeof fetchAs> };

/** Longer than the server takes for anything. */
const patienceMs = 35_000;

export async function openChapter({ client, fetch }: Ways, profileId: string, held: Draft): Promise<OpenedChapter> {
  const draft = readable(held);
  const { chapterId, storyId } = draft;
  const owner = { profileId, storyId };
  const left = await claimLeft(profileId, chapterId);
  const ports: Ports = {
    save: (input) =>
      client.draft.save.mutate(input, { signal: AbortSignal.timeout(patienceMs), context: { isNamed: true } }),
    fetchDraft: async () => readable(await client.draft.get.query({ chapterId })),
    append: lineWriter(owner, left[0]?.unsentSince ?? null),
    judge,
    isOnline: () => onlineManager.isOnline(),
  };
  const [first, ...others] = left;
  const begun = { journal: first?.journal ?? beginJournal(draft), next: first?.next ?? 0 };
  const met = others.reduce<Met>((whole, other) => takeIn(whole, other.journal), { ...begun, conflicts: [] });
  const release = first?.release ?? (await claimJournal(met.journal.id));
  const taken = others.map(({ journal }) => journal);
  const next = others.length > 0 ? await takeOver(owner, { ...begun, journal: met.journal }, taken) : begun.next;
  for (const other of others) other.release();
  const autosave = openAutosave({ ...met, next, saved: draft, isRecovered: first !== undefined }, ports);
  // Old news of this chapter; whether they can be cleared away is nobody's concern.
  void thinJournals(profileId, chapterId).catch(() => undefined);
  const pictures = await openPictureDesk({ autosave, fetch }, { ...owner, chapterId });
  const close = async () => {
    pictures.close();
    await autosave.close();
    release?.();
  };
  return { autosave, pictures, isRecovered: first !== undefined, close };
}

/** What crashed or closed too early; what another tab is still busy with stays that tab's. */
async function claimLeft(profileId: string, chapterId: string) {
  const all = await leftJournals(profileId, chapterId).catch((error: unknown) => {
    if (error instanceof NewerText) throw error;
    // A browser that keeps nothing has nothing left.
    return [];
  });
  const claims = await Promise.all(
    all.map(async (left) => ({ ...left, release: await claimJournal(left.journal.id) })),
  );
  return claims.flatMap(({ release, ...left }) => (release ? [{ ...left, release }] : []));
}

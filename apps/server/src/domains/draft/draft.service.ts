import { docVersion } from "@muejam/prose/document";
import { emptyParagraph } from "@muejam/prose/edit";
import type { Tx } from "../../kernel/transact.ts";
import * as repo from "./draft.repo.ts";

/** Every chapter has exactly one draft, from its first moment on. */
export async function openDraft(
  tx: Tx,
  { chapterId, title, profileId }: { chapterId: string; title: string; profileId: string },
): Promise<void> {
  await repo.insertEmpty(tx.db, {
    chapterId,
    title,
    document: { type: "doc", attrs: { docVersion }, content: [emptyParagraph()] },
    docVersion,
    updatedAt: tx.now,
    updatedBy: profileId,
  });
}

import { newBlockId } from "@muejam/prose/block-id";
import { type Document, docVersion } from "@muejam/prose/document";
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
    document: emptyDocument(),
    docVersion,
    updatedAt: tx.now,
    updatedBy: profileId,
  });
}

const emptyDocument = (): Document => ({
  type: "doc",
  attrs: { docVersion },
  content: [{ type: "paragraph", attrs: { id: newBlockId(), dir: null, lang: null } }],
});

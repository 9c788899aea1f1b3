import type { Document } from "@muejam/prose/document";
import type { Db } from "@muejam/db";

export type NewDraft = {
  chapterId: string;
  title: string;
  document: Document;
  docVersion: number;
  updatedAt: Date;
  updatedBy: string;
};

export async function insertEmpty(db: Db, draft: NewDraft): Promise<void> {
  await db.draft.create({ data: { ...draft, noteBefore: "", noteAfter: "", version: 0, words: 0 } });
}

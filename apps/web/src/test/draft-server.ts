import type { Draft, DraftSave } from "@muejam/contracts/draft";
import { newBlockId } from "@muejam/prose/block-id";
import { applyChange, type Change } from "@muejam/prose/change";
import { type Document, docVersion, type TopBlock } from "@muejam/prose/document";

export const paragraph = (text: string, id = newBlockId()): TopBlock => ({
  type: "paragraph",
  attrs: { id, dir: null, lang: null },
  content: [{ type: "text", text }],
});
export const chapter = (...content: TopBlock[]): Document => ({ type: "doc", attrs: { docVersion }, content });

/** As the contract has it: a save is applied once under its name, and only on the version that it was made for. */
export function makeDraftServer(begun: Partial<Draft> = {}) {
  const answers = new Map<string, { sent: string; version: number }>();
  let draft: Draft = {
    chapterId: "01900000-0000-7000-8000-000000000001",
    storyId: "01900000-0000-7000-8000-000000000002",
    state: "draft",
    number: null,
    rights: ["read", "edit"],
    title: "",
    noteBefore: "",
    noteAfter: "",
    document: chapter(paragraph("Once.")),
    version: 0,
    words: 1,
    savedAt: new Date(0).toISOString(),
    hasUnpublishedChanges: false,
    ...begun,
  };
  const everHeld = [draft.document as Document];
  return {
    everHeld,
    read: () => draft,
    document: () => draft.document as Document,
    save(input: DraftSave): number | "changed" {
      const name = `${input.journalId} ${input.seq}`;
      const known = answers.get(name);
      const sent = JSON.stringify(input);
      if (known) return known.sent === sent ? known.version : "changed";
      if (input.baseVersion !== draft.version) return "changed";
      // safe: what was sent came from a journal.
      const document = applyChange(draft.document as Document, input as Change);
      if (!document) throw new Error("A block stands behind one that is not there.");
      draft = {
        ...draft,
        title: input.title ?? draft.title,
        noteBefore: input.noteBefore ?? draft.noteBefore,
        noteAfter: input.noteAfter ?? draft.noteAfter,
        document,
        version: draft.version + 1,
      };
      everHeld.push(document);
      answers.set(name, { sent, version: draft.version });
      return draft.version;
    },
    /** Somebody else's save. */
    change(edit: (document: Document) => Document, texts: Partial<Pick<Draft, "title" | "noteAfter">> = {}): void {
      const document = edit(draft.document as Document);
      everHeld.push(document);
      draft = { ...draft, ...texts, document, version: draft.version + 1 };
    },
  };
}

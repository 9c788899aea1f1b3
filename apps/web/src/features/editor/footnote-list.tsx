import type { Editor } from "@tiptap/core";
import { m } from "#messages";
import { type FootnoteWords, footnotesOf, openFootnote } from "./footnotes.ts";
import { useEditorState } from "./use-editor-state.ts";

/** The chapter's footnotes as readers find them at its end; each leads to its place. */
export function FootnoteList({ editor }: { editor: Editor }) {
  const shown = useEditorState(editor, () => JSON.stringify(footnotesOf(editor.state.doc)));
  const footnotes: FootnoteWords[] = JSON.parse(shown);
  if (footnotes.length === 0) return null;
  return (
    <section aria-label={m.editor_footnote_all()} className="footnote-list">
      <h2>{m.editor_footnote_all()}</h2>
      <ol>
        {footnotes.map(({ id, words }) => (
          <li key={id}>
            <button type="button" onClick={() => openFootnote(editor, id)}>
              {words || m.editor_footnote_empty()}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

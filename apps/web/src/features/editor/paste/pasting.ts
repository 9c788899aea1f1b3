import { type Editor, Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { looksLikeMarkdown } from "./markdown.ts";
import { tidyPasted } from "./pasted-html.ts";

/** What comes by the clipboard keeps its meaning. */
export const Pasting = Extension.create({
  name: "pasting",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html, { dom }) => tidyPasted(html, chapterOf(dom)),
          handlePaste(_, { clipboardData }) {
            const text = clipboardData ? markdownIn(clipboardData) : null;
            if (text === null) return false;
            void pasteMarkdown(editor, text);
            return true;
          },
        },
      }),
    ];
  },
});

const chapterOf = ({ lang, dir }: HTMLElement) => ({ lang: lang || "en", dir: dir || "ltr" });

/** Editors of code put their colours beside the text; their HTML says nothing of it. */
function markdownIn(data: DataTransfer): string | null {
  const isText = !data.types.includes("text/html") || data.types.includes("vscode-editor-data");
  const text = data.getData("text/plain");
  return isText && looksLikeMarkdown(text) ? text : null;
}

/** First as it was written, then as it was meant: undoing brings the signs back. */
export async function pasteMarkdown(editor: Editor, text: string): Promise<void> {
  const { view } = editor;
  const from = view.state.selection.from;
  view.dispatch(closeHistory(view.state.tr));
  view.pasteText(text);
  const place = follow(editor, { from, to: view.state.selection.to });
  const { markdownToHtml } = await import("./markdown-html.ts").finally(place.leave);
  const { from: start, to: end, isWhole } = place;
  if (editor.isDestroyed || !isWhole) return;
  const { doc, tr } = view.state;
  view.dispatch(closeHistory(tr.setSelection(TextSelection.create(doc, start, end))));
  view.pasteHTML(markdownToHtml(text));
}

/** Where the words are, whatever is written around them meanwhile; not whole once somebody has written among them. */
function follow(editor: Editor, span: { from: number; to: number }) {
  const place = { ...span, isWhole: true, leave: () => void editor.off("transaction", go) };
  const words = editor.state.doc.textBetween(span.from, span.to, "\n");
  function go({ transaction }: { transaction: Transaction }) {
    place.from = transaction.mapping.map(place.from, 1);
    place.to = transaction.mapping.map(place.to, -1);
    place.isWhole &&= transaction.doc.textBetween(place.from, Math.max(place.from, place.to), "\n") === words;
  }
  editor.on("transaction", go);
  return place;
}

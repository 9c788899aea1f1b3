import { type Editor, Extension } from "@tiptap/core";
import { type Command, type EditorState, Plugin, Selection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { placePastedPictures } from "../paste/pasted-pictures.ts";
import { askForPanel, figureView } from "./figure-view.ts";
import * as acts from "./picture-acts.ts";
import { isOwnName } from "./picture-box.ts";
import type { PictureDesk } from "./picture-desk.ts";
import { picturesAmong } from "./picture-files.ts";

/** Pictures come by the clipboard or are dropped, are walked to with the arrows, and get their names from the server. */
export const pictures = (desk: PictureDesk) =>
  Extension.create({
    name: "pictures",
    priority: 1200,
    addProseMirrorPlugins: () => [picturePlugin(desk)],
    addKeyboardShortcuts() {
      const { editor } = this;
      const run = (act: Command) => act(editor.state, editor.view.dispatch);
      const step = (way: 1 | -1) => run(acts.stepFromPicture(way));
      return {
        Enter: () => openSelected(editor) || run(acts.leaveCaption),
        ArrowDown: () => step(1) || (isAtEdge(editor, "down") && run(acts.stepOntoPicture(1))),
        ArrowUp: () => step(-1) || (isAtEdge(editor, "up") && run(acts.stepOntoPicture(-1))),
        ArrowRight: () => walk(editor, "right"),
        ArrowLeft: () => walk(editor, "left"),
        "Alt-ArrowDown": () => acts.isSelected(editor.state) && run(acts.movePicture(1)),
        "Alt-ArrowUp": () => acts.isSelected(editor.state) && run(acts.movePicture(-1)),
        Backspace: () => isAtStartOfCaption(editor.state) && run(acts.stepOntoPicture(-1)),
      };
    },
  });

/** Each is kept on this device before it stands in the text. */
export function takePictures(view: EditorView, desk: PictureDesk, files: readonly Blob[]): void {
  for (const file of files) acts.putPicture(desk.box.add(file))(view.state, view.dispatch);
}

function picturePlugin(desk: PictureDesk): Plugin {
  const named = (media: string) => (isOwnName(media) ? (desk.box.read().get(media)?.picture ?? null) : null);
  const isAnyNamed = () => [...desk.box.read().values()].some(({ picture }) => picture !== null);
  const rename = (state: EditorState) => (isAnyNamed() ? acts.nameAnew(state, named) : null);
  const keepNamed = (state: EditorState) => desk.box.keepNamed((key) => acts.isNamed(state, key));
  let beside: File[] = [];
  return new Plugin({
    // Undoing and older versions bring back names that nobody else knows.
    appendTransaction: (transactions, _before, state) =>
      transactions.some(({ docChanged }) => docChanged) ? rename(state) : null,
    view: (view) => {
      const look = () => {
        const change = view.editable ? rename(view.state) : null;
        if (change) view.dispatch(change);
        keepNamed(view.state);
      };
      queueMicrotask(() => view.isDestroyed || look());
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) keepNamed(state);
        },
        destroy: desk.box.subscribe(look),
      };
    },
    props: {
      nodeViews: { figure: figureView(desk) },
      handleDOMEvents: {
        // What comes beside the words is not told to those who read them.
        paste: (_view, { clipboardData }) => {
          beside = picturesAmong(clipboardData?.files ?? []);
          return false;
        },
      },
      transformPastedHTML: (html, view) => {
        const files = beside;
        beside = [];
        return view.editable ? placePastedPictures(html, files, (file) => desk.box.add(file)) : html;
      },
      handleTextInput: (view, _from, _to, words) => acts.writeCaption(words)(view.state, view.dispatch),
      handlePaste: (view, { clipboardData }) => {
        const files = picturesAmong(clipboardData?.files ?? []);
        if (!view.editable || files.length === 0 || hasWords(clipboardData?.getData("text/html") ?? "")) return false;
        takePictures(view, desk, files);
        return true;
      },
      handleDrop: (view, event) => {
        const { files } = event.dataTransfer ?? {};
        if (!files || files.length === 0) return false;
        // Whatever else it is, the browser must not leave the page for it.
        event.preventDefault();
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!view.editable) return true;
        if (place) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.pos))));
        takePictures(view, desk, picturesAmong(files));
        return true;
      },
    },
  });
}

/** A picture alone comes as a file and as a line of HTML that names it; text with pictures brings its own. */
const hasWords = (html: string): boolean =>
  /\S/.test(html.replace(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>|&nbsp;/gi, ""));

function openSelected(editor: Editor): boolean {
  if (!acts.isSelected(editor.state)) return false;
  askForPanel(editor.view);
  return true;
}

type Side = "left" | "right";

function walk(editor: Editor, side: Side): boolean {
  const run = (act: Command) => act(editor.state, editor.view.dispatch);
  const isForward = (side === "right") === (getComputedStyle(editor.view.dom).direction !== "rtl");
  const way = isForward ? 1 : -1;
  return run(acts.stepFromPicture(way)) || (isAtEdge(editor, side) && run(acts.stepOntoPicture(way)));
}

const isAtEdge = ({ view }: Editor, side: Side | "up" | "down"): boolean =>
  view.state.selection.empty && view.endOfTextblock(side);

const isAtStartOfCaption = ({ selection: { $from, empty } }: EditorState): boolean =>
  empty && $from.parent.type.name === "figure" && $from.parentOffset === 0;

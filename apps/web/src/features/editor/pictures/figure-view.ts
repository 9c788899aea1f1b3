import type { Node } from "@tiptap/pm/model";
import type { EditorView, NodeView, NodeViewConstructor } from "@tiptap/pm/view";
import { m } from "#messages";
import { explain } from "../../../lib/refusal-messages.ts";
import { markPicture } from "./picture-acts.ts";
import { isUnsent } from "./picture-box.ts";
import type { Look, PictureDesk } from "./picture-desk.ts";

/** Asks for the panel of the selected picture, from wherever in the words that was meant. */
export const askForPanel = (view: EditorView): void => void view.dom.dispatchEvent(new CustomEvent(panelAsked));
export const panelAsked = "picture-panel";

/** A picture with how it stands, and its caption, which is the only part with words. */
export function figureView(desk: PictureDesk): NodeViewConstructor {
  return (first, view, getPos): NodeView => {
    let node = first;
    let shown = "";
    const dom = make("figure");
    const frame = make("div", { class: "picture-frame", contenteditable: "false" });
    const image = make("img", { draggable: "false" });
    const told = make("p", { class: "picture-told" });
    const open = make("button", { class: "picture-open", type: "button", tabindex: "-1" });
    const caption = make("figcaption", { "data-empty": view.editable ? m.editor_picture_caption() : "" });
    frame.append(image, told, ...(view.editable ? [open] : []));
    dom.append(frame, caption);

    const select = () => {
      const position = getPos();
      // Nothing scrolls: its button would be gone from under the press.
      if (position !== undefined && view.editable) markPicture(position)(view.state, view.dispatch);
      view.focus();
    };
    frame.addEventListener("mousedown", (event) => {
      event.preventDefault();
      select();
    });
    open.addEventListener("click", () => {
      select();
      askForPanel(view);
    });

    function draw(): void {
      const { media, alt, width, height, dir, lang } = node.attrs;
      const { held, address } = desk.look(String(media));
      dom.dir = dir ?? "auto";
      dom.lang = lang ?? "";
      image.alt = nameOf(node);
      setOrRemove(image, "width", width);
      setOrRemove(image, "height", height);
      told.textContent = tell({ held, address });
      told.toggleAttribute("data-wrong", Boolean(held?.error) || !address);
      frame.toggleAttribute("data-sending", held !== null && isUnsent(held) && !held.error);
      open.textContent = alt === null ? m.editor_picture_describe() : m.editor_picture_change();
      open.toggleAttribute("data-wanted", alt === null);
      if (address) void address.then(show, () => miss(String(media)));
    }

    function show(address: string): void {
      if (address === shown) return;
      shown = address;
      image.src = address;
    }

    function miss(media: string): void {
      if (node.attrs["media"] !== media) return;
      told.textContent = m.editor_picture_missing();
      told.toggleAttribute("data-wrong", true);
    }

    draw();
    const stop = desk.box.subscribe(draw);
    window.addEventListener("online", draw);
    return {
      dom,
      contentDOM: caption,
      update(next) {
        if (next.type !== node.type) return false;
        node = next;
        draw();
        return true;
      },
      // What is dropped on a picture is the editor's, or the browser leaves the page for it.
      stopEvent: ({ target, type }) =>
        /^(mousedown|click)$/.test(type) && target instanceof Element && frame.contains(target),
      ignoreMutation: ({ target, type }) => type !== "selection" && !caption.contains(target),
      destroy() {
        stop();
        window.removeEventListener("online", draw);
      },
    };
  };
}

/** What is said of a picture by its name. */
export function nameOf({ attrs: { alt } }: Node): string {
  if (alt === null) return m.editor_picture_undescribed();
  return alt === "" ? m.editor_picture_decorative() : m.editor_picture_named({ alt });
}

function tell({ held, address }: Look): string {
  if (held?.error) return explain(held.error).sentence;
  if (held && isUnsent(held)) return held.isKept ? m.editor_picture_sending() : m.editor_picture_not_kept();
  return address ? "" : m.editor_picture_elsewhere();
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Record<string, string> = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function setOrRemove(element: Element, name: string, value: number | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}

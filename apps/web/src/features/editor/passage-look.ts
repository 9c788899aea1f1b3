import { type PassageNotice, passageNotices } from "@muejam/prose/document";
import { arePassageNotices, isSummary } from "@muejam/prose/values";
import type { DOMOutputSpec, Node, TagParseRule } from "@tiptap/pm/model";
import { m } from "#messages";

export const passageNames: Record<PassageNotice, () => string> = {
  violence: m.editor_notices_violence,
  death: m.editor_notices_death,
  abuse: m.editor_notices_abuse,
  "self-harm": m.editor_notices_self_harm,
  "sexual-content": m.editor_notices_sexual_content,
  "strong-language": m.editor_notices_strong_language,
  drugs: m.editor_notices_drugs,
  distress: m.editor_notices_distress,
};

/** Always open before its author. What is copied here or from a chapter of ours keeps its notice. */
export const passageLook: { from: TagParseRule[]; to: (node: Node, attrs: Record<string, unknown>) => DOMOutputSpec } =
  {
    from: [
      { tag: "section.passage-mark", getAttrs: noticeOf, contentElement: ".passage-words" },
      { tag: "details.passage", getAttrs: noticeOf, contentElement: withoutSummary },
    ],
    to({ attrs: { notices, summary } }, rest) {
      const names = passageNotices.filter((notice) => notices.includes(notice)).map((notice) => passageNames[notice]());
      return [
        "section",
        { ...rest, class: "passage-mark", "data-notices": notices.join(" "), "aria-label": m.editor_passage_name() },
        [
          "p",
          { class: "passage-head", contenteditable: "false" },
          ["strong", names.join(" · ")],
          " ",
          ["span", summary],
        ],
        ["div", { class: "passage-words" }, 0],
      ];
    },
  };

function noticeOf(element: HTMLElement): false | { notices: PassageNotice[]; summary: string } {
  const named = element.getAttribute("data-notices")?.split(" ") ?? [];
  const notices = passageNotices.filter((notice) => named.includes(notice));
  const summary = element.querySelector(":scope > :is(.passage-head, summary) > span")?.textContent ?? "";
  return arePassageNotices(notices) && isSummary(summary) ? { notices, summary } : false;
}

function withoutSummary(element: HTMLElement): HTMLElement {
  element.querySelector(":scope > summary")?.remove();
  return element;
}

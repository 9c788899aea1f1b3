import type { Editor } from "@tiptap/core";
import type { KeyboardEvent } from "react";

/** One stop for the Tab key; the arrows, Home and End go from tool to tool, and Escape goes back to the words. */
export function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key === "Escape") document.querySelector<HTMLElement>(".writing-surface")?.focus();
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const bar = event.currentTarget.closest("[role=toolbar]");
  const tools = [...(bar?.querySelectorAll<HTMLElement>("button[tabindex]") ?? [])];
  const end = { Home: 0, End: -1 }[event.key];
  if (step === undefined && end === undefined) return;
  const way = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  tools.at(end ?? (tools.indexOf(event.currentTarget) + way * (step ?? 0)) % tools.length)?.focus();
  event.preventDefault();
}

/** From the words to their tools, the table's own first: Tab is taken where cells are. */
export function focusTools(): boolean {
  const [tool] = [".table-tools", ".writing-tools"].flatMap((bar) => document.querySelector(`${bar} button`) ?? []);
  if (tool instanceof HTMLElement) tool.focus();
  return tool !== undefined;
}

/** Within the act: what is typed next is the chapter's, and TipTap's own command waits for a frame. */
export function goToStart(editor: Editor): void {
  editor.chain().setTextSelection(0).scrollIntoView().run();
  editor.view.focus();
}

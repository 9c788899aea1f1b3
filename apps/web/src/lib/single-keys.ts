import { keptWord } from "./kept-word.ts";

const choice = keptWord("muejam:keys");

/** Some people's software types single keys where they mean none. */
export const useSingleKeys = () => choice.useWord() !== "off";
export const setSingleKeys = (isOn: boolean): void => choice.keep(isOn ? "" : "off");

/** The key alone, pressed outside of every field. */
export function singleKey(event: KeyboardEvent): string | null {
  const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const { target } = event;
  const isTyping =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog, [popover]") !== null);
  return isChord || isTyping || event.defaultPrevented || choice.read() === "off" ? null : event.key.toLowerCase();
}

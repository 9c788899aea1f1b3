import { useId } from "react";
import { Appearance } from "./appearance.tsx";
import { messages } from "./messages.ts";

/** The popover is the browser's own: it closes on Escape or a press outside, and gives focus back. */
export function ThemeSwitch() {
  const id = useId();
  return (
    <>
      <button type="button" popoverTarget={id} aria-label={messages.open} title={messages.open} className="bar-button">
        <span aria-hidden="true">A</span>
        <span aria-hidden="true">A</span>
      </button>
      <div id={id} popover="auto" className="bar-popover">
        <Appearance />
      </div>
    </>
  );
}

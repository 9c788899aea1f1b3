import { useId } from "react";
import { m } from "#messages";
import { Appearance } from "./appearance.tsx";

/** The popover is the browser's own: it closes on Escape or a press outside, and gives focus back. */
export function ThemeSwitch() {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={m.theme_open()}
        title={m.theme_open()}
        className="bar-button"
      >
        <span aria-hidden="true">A</span>
        <span aria-hidden="true">A</span>
      </button>
      <div id={id} popover="auto" className="bar-popover">
        <Appearance />
      </div>
    </>
  );
}

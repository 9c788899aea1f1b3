import { Icon } from "@muejam/ui/icon";
import { m } from "#messages";
import { setOpen } from "./opening.ts";

const glass = "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm9 2-4.2-4.2";

/** In the bar of a wide screen. */
export function PaletteField() {
  return (
    <button type="button" onClick={() => setOpen(true)} aria-keyshortcuts="Control+K Meta+K /" className="bar-search">
      <Icon path={glass} />
      <span className="sr-only">{m.palette_open()}: </span>
      <span>{m.palette_shown()}</span>
      <kbd aria-hidden="true" />
    </button>
  );
}

/** At the foot of a phone. */
export function PaletteTab() {
  return (
    <button type="button" onClick={() => setOpen(true)} className="foot-tab">
      <Icon path={glass} />
      {m.palette_open()}
    </button>
  );
}

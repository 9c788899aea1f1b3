import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { useId, useState } from "react";
import { m } from "#messages";
import { say } from "../../lib/toasts.tsx";

export function Acts() {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <Button weight="main">{m.kit_acts_main()}</Button>
        <Button>{m.kit_acts_line()}</Button>
        <Button weight="risk">{m.kit_acts_risk()}</Button>
        <Button weight="text">{m.kit_acts_text()}</Button>
        <Button weight="main" isBusy>
          {m.kit_acts_busy()}
        </Button>
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="button" popoverTarget={id} className="act-line">
          {m.kit_acts_menu()}
        </button>
        <div id={id} popover="auto" className="bar-popover">
          <a href="#main" className="menu-way">
            {m.kit_tab_here()}
          </a>
          <a href="#main" className="menu-way">
            {m.kit_tab_other()}
          </a>
        </div>
        <Button onClick={() => setOpen(true)}>{m.kit_acts_dialog()}</Button>
        <Button onClick={() => say({ words: m.kit_toast(), undo: { words: m.kit_acts_undo(), run: close } })}>
          {m.kit_acts_toast()}
        </Button>
      </div>
      <nav aria-label={m.kit_tabs()} className="tabs">
        <a href="#main" aria-current="page" className="tab">
          {m.kit_tab_here()}
        </a>
        <a href="#main" className="tab">
          {m.kit_tab_other()}
        </a>
      </nav>
      <Dialog title={m.kit_dialog_title()} isOpen={isOpen} onClose={close}>
        <p className="mb-5 text-ink-2">{m.kit_dialog_body()}</p>
        <div className="flex flex-wrap gap-3">
          <Button weight="risk" onClick={close}>
            {m.kit_acts_risk()}
          </Button>
          <Button onClick={close}>{m.kit_acts_close()}</Button>
        </div>
      </Dialog>
    </>
  );
}

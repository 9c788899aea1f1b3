import { isLinkAddress } from "@muejam/prose/values";
import { Button } from "@muejam/ui/button";
import { Dialog } from "@muejam/ui/dialog";
import { TextField } from "@muejam/ui/text-field";
import type { Editor } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { linkAt, linkTo } from "./writing-acts.ts";

type LinkDialogProps = { editor: Editor; isOpen: boolean; onClose: () => void };

export function LinkDialog({ editor, isOpen, onClose }: LinkDialogProps) {
  return (
    <Dialog title={m.editor_link_title()} isOpen={isOpen} onClose={onClose}>
      <LinkForm editor={editor} onClose={onClose} />
    </Dialog>
  );
}

function LinkForm({ editor, onClose }: Omit<LinkDialogProps, "isOpen">) {
  const known = linkAt(editor.state);
  const [href, setHref] = useState(known ?? "");
  const [isWrong, setWrong] = useState(false);
  const put = (address: string | null) => {
    linkTo(address)(editor.state, editor.view.dispatch);
    onClose();
    editor.view.focus();
  };
  if (known === null && editor.state.selection.empty)
    return (
      <>
        <p className="mb-4 text-body text-ink-2">{m.editor_link_nothing()}</p>
        <Button onClick={onClose}>{m.editor_link_close()}</Button>
      </>
    );
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = href.trim();
    const whole = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
    if (isLinkAddress(whole)) put(whole);
    else setWrong(true);
  };
  return (
    <form noValidate onSubmit={send} className="grid gap-3">
      <TextField
        type="url"
        label={m.editor_link_label()}
        hint={m.editor_link_hint()}
        error={isWrong ? m.editor_link_wrong() : undefined}
        value={href}
        onChange={({ target }) => {
          setHref(target.value);
          setWrong(false);
        }}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" weight="main">
          {m.editor_link_put()}
        </Button>
        {known === null ? null : <Button onClick={() => put(null)}>{m.editor_link_remove()}</Button>}
      </div>
    </form>
  );
}

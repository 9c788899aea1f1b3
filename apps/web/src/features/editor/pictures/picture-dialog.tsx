import { alternativeTextMax, cleanText } from "@muejam/prose/values";
import { Button } from "@muejam/ui/button";
import { Choice } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { TextArea } from "@muejam/ui/text-area";
import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { inLanguage } from "../../../lib/direction.ts";
import { formatNumber } from "../../../lib/format.ts";
import { explain } from "../../../lib/refusal-messages.ts";
import { describe, pictureAt, removePicture, replacePicture } from "./picture-acts.ts";
import type { PictureDesk } from "./picture-desk.ts";
import { pickPictures } from "./picture-files.ts";

type PictureDialogProps = { editor: Editor; pictures: PictureDesk; language: string; onClose: () => void };

/** What the selected picture shows, in words for those who do not see it. */
export function PictureDialog({ editor, pictures, language, onClose }: PictureDialogProps) {
  const [found] = useState(() => pictureAt(editor.state));
  return (
    <Dialog title={m.editor_picture_title()} isOpen onClose={onClose}>
      {found ? (
        <PictureForm {...{ editor, pictures, language, onClose }} {...attrsOf(found.node.attrs)} />
      ) : (
        <Nothing onClose={onClose} />
      )}
    </Dialog>
  );
}

type Shown = { id: string; media: string; alt: string | null };
const attrsOf = ({ id, media, alt }: Record<string, unknown>): Shown => ({
  id: String(id),
  media: String(media),
  alt: typeof alt === "string" ? alt : null,
});

function PictureForm({ editor, pictures, language, onClose, id, media, alt }: PictureDialogProps & Shown) {
  const [words, setWords] = useState(alt ?? "");
  const [isDecorative, setDecorative] = useState(alt === "");
  const [error, setError] = useState<string>();
  const refused = pictures.look(media).held?.error;
  const run = (act: Command) => {
    if (act(editor.state, editor.view.dispatch)) onClose();
    else setError(m.editor_picture_gone());
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = cleanText(words).trim();
    if (isDecorative) run(describe(id, ""));
    else if (said === "") setError(m.editor_picture_words_wanted());
    else run(describe(id, said));
  };
  const replace = async () => {
    const [file] = await pickPictures({ isMany: false });
    if (file) run(replacePicture(id, pictures.box.add(file)));
  };
  return (
    <form noValidate onSubmit={send} className="grid gap-3">
      {refused ? <p className="text-body text-currant">{explain(refused).sentence}</p> : null}
      <TextArea
        {...inLanguage(language)}
        label={m.editor_picture_words()}
        hint={m.editor_picture_words_hint()}
        error={error}
        rows={3}
        maxLength={alternativeTextMax}
        value={words}
        disabled={isDecorative}
        aside={
          <span className="text-small text-ink-3">
            {m.editor_picture_count({ length: formatNumber(words.length), max: formatNumber(alternativeTextMax) })}
          </span>
        }
        onChange={({ target }) => setWords(target.value)}
      />
      <Choice
        kind="checkbox"
        label={m.editor_picture_decorates()}
        hint={m.editor_picture_decorates_hint()}
        checked={isDecorative}
        onChange={({ target }) => setDecorative(target.checked)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" weight="main">
          {m.editor_picture_keep()}
        </Button>
        <Button onClick={() => void replace()}>{m.editor_picture_replace()}</Button>
        <Button weight="text" className="ms-auto text-currant" onClick={() => run(removePicture(id))}>
          {m.editor_picture_remove()}
        </Button>
      </div>
    </form>
  );
}

function Nothing({ onClose }: { onClose: () => void }) {
  return (
    <>
      <p className="mb-4 text-body text-ink-2">{m.editor_picture_gone()}</p>
      <Button onClick={onClose}>{m.editor_passage_close()}</Button>
    </>
  );
}

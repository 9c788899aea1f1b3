import { TextArea } from "@muejam/ui/text-area";
import { useState } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";

type AuthorNoteProps = {
  words: { open: string; label: string };
  note: string;
  language: string;
  isReadOnly: boolean;
  onChange: (note: string) => void;
};

/** Folded away until there is something in it. */
export function AuthorNote({ words, note, language, isReadOnly, onChange }: AuthorNoteProps) {
  const [isOpen, setOpen] = useState(note !== "");
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} className="author-note">
      <summary>{words.open}</summary>
      <TextArea
        {...inLanguage(language)}
        label={words.label}
        hint={m.editor_note_hint()}
        value={note}
        maxLength={2000}
        readOnly={isReadOnly}
        onChange={({ target }) => onChange(target.value.replace(unfit, ""))}
      />
    </details>
  );
}

const unfit = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

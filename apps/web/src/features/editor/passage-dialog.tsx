import { passageNotices } from "@muejam/prose/document";
import { isSummary, summaryMax } from "@muejam/prose/values";
import { Button } from "@muejam/ui/button";
import { Choice, Choices } from "@muejam/ui/choice";
import { Dialog } from "@muejam/ui/dialog";
import { TextField } from "@muejam/ui/text-field";
import type { Editor } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { inLanguage } from "../../lib/direction.ts";
import { changePassage, markPassage, type PassageNotice, passageAt, unmarkPassage } from "./passage-acts.ts";
import { passageNames } from "./passage-look.ts";

type PassageDialogProps = { editor: Editor; language: string; onClose: () => void };

/** What is in a passage, and one line that readers see before they open it. */
export function PassageDialog({ editor, language, onClose }: PassageDialogProps) {
  const here = passageAt(editor.state);
  const [isMarkable] = useState(() => here !== null || markPassage(blank)(editor.state));
  const run = (act: Command) => {
    act(editor.state, editor.view.dispatch);
    onClose();
  };
  return (
    <Dialog title={here ? m.editor_passage_change_title() : m.editor_passage_title()} isOpen onClose={onClose}>
      {isMarkable ? (
        <PassageForm
          language={language}
          // safe: the schema lets a passage have these and no others.
          known={here ? (here.node.attrs as PassageNotice) : null}
          onKeep={(notice) => run(here ? changePassage(notice) : markPassage(notice))}
          onRemove={() => run(unmarkPassage)}
        />
      ) : (
        <>
          <p className="mb-4 text-body text-ink-2">{m.editor_passage_cannot()}</p>
          <Button onClick={onClose}>{m.editor_passage_close()}</Button>
        </>
      )}
    </Dialog>
  );
}

const blank: PassageNotice = { notices: ["distress"], summary: "-" };

type PassageFormProps = {
  known: PassageNotice | null;
  language: string;
  onKeep: (notice: PassageNotice) => void;
  onRemove: () => void;
};

function PassageForm({ known, language, onKeep, onRemove }: PassageFormProps) {
  const [chosen, setChosen] = useState<readonly string[]>(known?.notices ?? []);
  const [words, setWords] = useState(known?.summary ?? "");
  const [isTried, setTried] = useState(false);
  const notices = passageNotices.filter((notice) => chosen.includes(notice));
  const summary = words.replace(/\s+/g, " ").trim();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (notices.length > 0 && isSummary(summary)) onKeep({ notices, summary });
  };
  return (
    <form noValidate onSubmit={send} className="grid gap-3">
      <Choices
        legend={m.editor_passage_notices()}
        error={isTried && notices.length === 0 ? m.editor_passage_notices_wrong() : undefined}
      >
        {passageNotices.map((notice) => (
          <Choice
            key={notice}
            kind="checkbox"
            label={passageNames[notice]()}
            checked={chosen.includes(notice)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, notice] : chosen.filter((other) => other !== notice))
            }
          />
        ))}
      </Choices>
      <TextField
        {...inLanguage(language)}
        label={m.editor_passage_summary()}
        hint={m.editor_passage_summary_hint()}
        error={isTried && !isSummary(summary) ? m.editor_passage_summary_wrong() : undefined}
        maxLength={summaryMax}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" weight="main">
          {m.editor_passage_keep()}
        </Button>
        {known ? <Button onClick={onRemove}>{m.editor_passage_remove()}</Button> : null}
      </div>
    </form>
  );
}

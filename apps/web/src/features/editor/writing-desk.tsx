import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import "./editor.css";
import "./structure.css";
import type { Editor } from "@tiptap/core";
import { useTitle } from "../../lib/use-title.ts";
import { AuthorNote } from "./author-note.tsx";
import { Company } from "./company.tsx";
import { documentOf, showDocument } from "./document-editor.ts";
import { FootnoteList } from "./footnote-list.tsx";
import { inText } from "./journal.ts";
import { Measures } from "./measures.tsx";
import { goToStart } from "./move-focus.ts";
import { useWaitingPictures } from "./pictures/use-waiting-pictures.ts";
import { markReadings } from "./readings.ts";
import { StatusLine } from "./status-line.tsx";
import { Surface } from "./surface.tsx";
import { TitleField } from "./title-field.tsx";
import { Toolbar } from "./toolbar.tsx";
import type { SignInAgain } from "./trouble-note.tsx";
import { useAutosaveSignals } from "./use-autosave-signals.ts";
import { useCompany } from "./use-company.ts";
import { useCount } from "./use-count.ts";
import { useFreshDesk } from "./use-fresh-desk.ts";
import type { Opened } from "./use-opened-chapter.ts";
import { useRoom } from "./use-room.ts";
import { useStanding } from "./use-standing.ts";
import { WritersRoom } from "./writers-room.tsx";
import { WritingBar } from "./writing-bar.tsx";

export function WritingDesk({ opened, SignInAgain }: { opened: Opened; SignInAgain: SignInAgain }) {
  const { autosave, pictures, isRecovered, story, face } = opened;
  const standing = useStanding(autosave);
  const { title, noteBefore, noteAfter, document } = standing.journal.local;
  const [editor, setEditor] = useState<Editor | null>(null);
  const count = useCount(document, story.language);
  // Counted here as well: two programs do not cut all words alike, and a word would seem lost that is not.
  const there = useCount(standing.journal.base.document, story.language);
  const [number, setNumber] = useState(opened.number);
  const room = useRoom();
  useFreshDesk(autosave);
  const waiting = useWaitingPictures(pictures.box, document);
  const here = { editor, language: story.language, faceId: face.id };
  useAutosaveSignals(autosave, { profileId: face.id, areSafe: waiting.areKept });
  const { chapterId } = standing.journal;
  const company = useCompany(autosave, { storyId: story.id, chapterId });
  const rights = company.rights ?? story.rights;
  const isReadOnly = !rights.includes("edit");
  // Whatever an act of the room does to the words of somebody who only reads, it is done to their page alone.
  const write: typeof autosave.write = (part) => {
    if (!isReadOnly) autosave.write(part);
  };
  useTitle(`${title || m.editor_untitled()} · ${story.title} · MueJam`);

  // Only a merge puts words here that the editor does not have.
  const merges = useRef(0);
  useEffect(() => {
    if (!editor || merges.current === standing.merges) return;
    merges.current = standing.merges;
    showDocument(editor, autosave.read().journal.local.document);
  }, [editor, standing.merges, autosave]);
  useEffect(() => {
    if (editor) markReadings(editor, standing.conflicts.filter(inText));
  }, [editor, standing.conflicts]);

  return (
    <>
      <WritingBar {...{ opened, standing, count, number, room, rights, editor }} onPublished={setNumber} />
      {isReadOnly ? null : editor ? <Toolbar {...{ editor, pictures }} /> : <div className="writing-tools" />}
      <main className="writing-page">
        <h1 className="sr-only">{title || m.editor_untitled()}</h1>
        {number === null ? null : <p className="writing-number">{number}</p>}
        <TitleField
          title={title}
          language={story.language}
          isReadOnly={isReadOnly}
          onChange={(changed) => write({ title: changed })}
          onDone={() => editor && goToStart(editor)}
        />
        <AuthorNote
          words={{ open: m.editor_note_before_open(), label: m.editor_note_before_label() }}
          note={noteBefore}
          language={story.language}
          isReadOnly={isReadOnly}
          onChange={(changed) => write({ noteBefore: changed })}
        />
        <Surface
          document={document}
          language={story.language}
          isReadOnly={isReadOnly}
          pictures={pictures}
          onReady={setEditor}
          onChange={(changed) => write({ document: documentOf(changed) })}
        />
        {editor ? <FootnoteList editor={editor} /> : null}
        <AuthorNote
          words={{ open: m.editor_note_after_open(), label: m.editor_note_after_label() }}
          note={noteAfter}
          language={story.language}
          isReadOnly={isReadOnly}
          onChange={(changed) => write({ noteAfter: changed })}
        />
      </main>
      <StatusLine
        {...{ autosave, standing, count, there, waiting, isRecovered, editor, face, SignInAgain }}
        measures={<Measures {...here} count={count} onGoal={() => room.open("goal")} />}
      >
        <Company {...company} {...{ isReadOnly, chapterId }} />
      </StatusLine>
      <WritersRoom {...here} {...{ room, standing, pictures }} />
    </>
  );
}

import "./passage.css";
import "./pictures/pictures.css";
import "./writers-room.css";
import { Icon } from "@muejam/ui/icon";
import type { Editor } from "@tiptap/core";
import { lazy, Suspense } from "react";
import { m } from "#messages";
import type { Standing } from "./autosave.ts";
import { FindBar } from "./find-bar.tsx";
import type { PictureDesk } from "./pictures/picture-desk.ts";
import { PictureTold } from "./pictures/picture-told.tsx";
import { useTally } from "./use-goal.ts";
import type { Room } from "./use-room.ts";
import { useTypewriter } from "./use-typewriter.ts";

const GoalDialog = lazy(async () => ({ default: (await import("./goal-dialog.tsx")).GoalDialog }));
const PassageDialog = lazy(async () => ({ default: (await import("./passage-dialog.tsx")).PassageDialog }));
const PictureDialog = lazy(async () => ({ default: (await import("./pictures/picture-dialog.tsx")).PictureDialog }));
const KeysSheet = lazy(async () => ({ default: (await import("./keys-sheet.tsx")).KeysSheet }));

type WritersRoomProps = {
  room: Room;
  editor: Editor | null;
  pictures: PictureDesk;
  standing: Standing;
  language: string;
  faceId: string;
};

/** What comes when the author asks for it, and how the room around the words is. */
export function WritersRoom({ room, editor, pictures, standing, language, faceId }: WritersRoomProps) {
  useTally(standing, { language, faceId });
  useTypewriter(editor, room.isTypewriter);
  const backToWords = () => {
    room.close();
    editor?.commands.focus(undefined, { scrollIntoView: false });
  };
  const isFinding = room.panel === "find" || room.panel === "replace";
  return (
    <>
      {/* What is typed right after its keys is looked for, and goes nowhere else: it does not wait for a chunk. */}
      {isFinding && editor ? (
        <FindBar
          {...{ editor, language }}
          isReplacing={room.panel === "replace" && editor.isEditable}
          onReplacing={() => room.open("replace")}
          onClose={() => {
            room.close();
            editor.view.focus();
          }}
        />
      ) : null}
      <Suspense>
        {room.panel === "goal" ? <GoalDialog faceId={faceId} onClose={room.close} /> : null}
        {room.panel === "passage" && editor?.isEditable ? (
          <PassageDialog {...{ editor, language }} onClose={backToWords} />
        ) : null}
        {room.panel === "picture" && editor?.isEditable ? (
          <PictureDialog {...{ editor, pictures, language }} onClose={backToWords} />
        ) : null}
        {room.panel === "keys" ? <KeysSheet onClose={room.close} /> : null}
      </Suspense>
      {editor?.isEditable ? <PictureTold editor={editor} onAsk={() => room.open("picture")} /> : null}
      {room.isQuiet ? (
        <button
          type="button"
          aria-label={m.editor_quiet_leave()}
          title={m.editor_quiet_leave()}
          className="quiet-leave"
          onClick={() => room.setQuiet(false)}
        >
          <Icon path="M18 6 6 18M6 6l12 12" />
          <span>{m.editor_quiet_leave()}</span>
        </button>
      ) : null}
      <p className="sr-only" aria-live="polite">
        {room.isQuiet ? m.editor_quiet_begun() : ""}
      </p>
    </>
  );
}

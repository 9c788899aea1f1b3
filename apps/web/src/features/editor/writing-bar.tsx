import type { StoryRight } from "@muejam/contracts/story";
import { Button } from "@muejam/ui/button";
import { Link } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { m } from "#messages";
import type { Desk } from "./desk.ts";
import { ArrowLeft, PastTime } from "./icons.tsx";
import { findPicture, selectPicture } from "./pictures/picture-acts.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { RoomMenu } from "./room-menu.tsx";
import type { Room } from "./use-room.ts";

type WritingBarProps = Desk & { room: Room; rights: readonly StoryRight[]; editor: Editor | null };

export function WritingBar({ room, rights, editor, ...desk }: WritingBarProps) {
  const { opened, standing, number } = desk;
  const { story, face } = opened;
  const { title } = standing.journal.local;
  const [isPublishing, setPublishing] = useState(false);
  const describe = (id: string) => {
    const found = editor && findPicture(editor.state, id);
    if (!found) return;
    setPublishing(false);
    selectPicture(found.position)(editor.state, editor.view.dispatch);
    room.open("picture");
  };
  return (
    <header className="writing-bar">
      <Link
        to="/write/$storyId"
        params={{ storyId: story.id }}
        // Its own pages begin with its address, and none of them is the desk.
        activeOptions={{ exact: true }}
        aria-label={m.editor_back()}
        title={m.editor_back()}
        className="writing-back"
      >
        <ArrowLeft />
      </Link>
      <p className="writing-crumb">
        <span>{story.title}</span>
        <b>{[number, title || m.editor_untitled()].filter(Boolean).join(" ")}</b>
      </p>
      <div className="ms-auto flex items-center gap-3">
        <Link
          to="/write/$storyId/$chapterId/history"
          params={{ storyId: story.id, chapterId: standing.journal.chapterId }}
          aria-label={m.editor_history()}
          title={m.editor_history()}
          className="writing-back"
        >
          <PastTime />
        </Link>
        <RoomMenu room={room} canWrite={rights.includes("edit")} />
        <span className="writing-as">
          {rights.includes("edit")
            ? m.editor_as({ name: face.displayName })
            : m.editor_reads_as({ name: face.displayName })}
        </span>
        {rights.includes("publish") ? (
          <Button onClick={() => setPublishing(true)}>{m.editor_publish_open()}</Button>
        ) : null}
      </div>
      <PublishDialog {...desk} isOpen={isPublishing} onClose={() => setPublishing(false)} onDescribe={describe} />
    </header>
  );
}

import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";
import type { SignInAgain } from "./trouble-note.tsx";
import { useOpenedChapter } from "./use-opened-chapter.ts";

/** ProseMirror weighs more than all the rest of a page: it comes when a chapter is opened. */
const WritingDesk = lazy(async () => ({ default: (await import("./writing-desk.tsx")).WritingDesk }));

type EditorPageProps = { storyId: string; chapterId: string; SignInAgain: SignInAgain };

export function EditorPage({ storyId, chapterId, SignInAgain }: EditorPageProps) {
  const { state, retry } = useOpenedChapter({ storyId, chapterId });
  if (!state) return <Waiting />;
  if ("opened" in state)
    return (
      <Suspense fallback={<Waiting />}>
        <WritingDesk opened={state.opened} SignInAgain={SignInAgain} />
      </Suspense>
    );
  if ("isTooNew" in state) return <Apart storyId={storyId}>{state.isTooNew}</Apart>;
  const { sentence, reference } = explain(state.error);
  return (
    <Apart storyId={storyId}>
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      <Button className="mt-4" onClick={retry}>
        {m.editor_retry()}
      </Button>
    </Apart>
  );
}

function Apart({ storyId, children }: { storyId: string; children: ReactNode }) {
  return (
    <main className="page pt-8">
      <Link to="/write/$storyId" params={{ storyId }} className="link inline-flex min-h-(--hit) items-center text-ui">
        {m.editor_back()}
      </Link>
      <h1 className="sr-only">{m.editor_text()}</h1>
      <div className="max-w-160 pt-6">{children}</div>
    </main>
  );
}

function Waiting() {
  return (
    <main className="page pt-24 text-ink-2" aria-busy="true">
      <h1 className="text-body">{m.editor_waiting()}</h1>
    </main>
  );
}

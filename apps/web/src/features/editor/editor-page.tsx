import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Skeleton } from "@muejam/ui/skeleton";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { m } from "#messages";
import { isLostChunk } from "../../lib/lost-chunk.ts";
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
  // The journal came too late, after a deploy: that page begins anew.
  if (isLostChunk(state.error)) throw state.error;
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
      <div className="column">
        <Link to="/write/$storyId" params={{ storyId }} className="link inline-flex min-h-(--hit) items-center text-ui">
          {m.editor_back()}
        </Link>
        <h1 className="sr-only">{m.editor_text()}</h1>
        <div className="pt-6">{children}</div>
      </div>
    </main>
  );
}

function Waiting() {
  return (
    <main className="mx-auto max-w-165 px-(--read-margin) pt-24" aria-busy="true">
      <h1 className="sr-only">{m.editor_waiting()}</h1>
      <p className="mb-6 text-h1">
        <Skeleton className="w-1/2" />
      </p>
      {["w-full", "w-11/12", "w-4/5", "w-10/12", "w-2/3"].map((width) => (
        <p key={width} className="text-lead">
          <Skeleton className={width} />
        </p>
      ))}
    </main>
  );
}

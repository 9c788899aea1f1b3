import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { messages } from "./messages.ts";
import { useOpenedChapter } from "./use-opened-chapter.ts";

/** ProseMirror weighs more than all the rest of a page: it comes when a chapter is opened. */
const WritingDesk = lazy(async () => ({ default: (await import("./writing-desk.tsx")).WritingDesk }));

export function EditorPage({ storyId, chapterId }: { storyId: string; chapterId: string }) {
  const api = useApi();
  const story = useQuery(api.story.own.queryOptions({ id: storyId }, { staleTime: Infinity }));
  const me = useQuery(api.account.me.queryOptions(undefined, { staleTime: Infinity }));
  const chapter = useOpenedChapter(chapterId, me.data?.actingAs);
  const { state } = chapter;

  const face = me.data?.profiles.find(({ id }) => id === me.data.actingAs);
  // What is opened stays open, whatever becomes of the rest: there are words in it.
  if (state && "opened" in state && story.data && face)
    return (
      <Suspense fallback={<Waiting />}>
        <WritingDesk opened={state.opened} story={story.data} face={face} />
      </Suspense>
    );
  if (state && "isTooNew" in state) return <Apart storyId={storyId}>{state.isTooNew}</Apart>;
  const error = story.error ?? me.error ?? (state && "error" in state ? state.error : null);
  if (!error) return <Waiting />;
  const { sentence, reference } = explain(error);
  const retry = () => {
    void story.refetch();
    void me.refetch();
    chapter.retry();
  };
  return (
    <Apart storyId={storyId}>
      <FaultNotice reference={reference}>{sentence}</FaultNotice>
      <Button className="mt-4" onClick={retry}>
        {messages.retry}
      </Button>
    </Apart>
  );
}

function Apart({ storyId, children }: { storyId: string; children: ReactNode }) {
  return (
    <main className="page pt-8">
      <Link to="/write/$storyId" params={{ storyId }} className="link inline-flex min-h-(--hit) items-center text-ui">
        {messages.back}
      </Link>
      <div className="max-w-160 pt-6">{children}</div>
    </main>
  );
}

function Waiting() {
  return (
    <main className="page pt-24 text-ink-2" aria-busy="true">
      <p className="skeleton h-0 w-0" aria-hidden="true" />
      <p>{messages.waiting}</p>
    </main>
  );
}

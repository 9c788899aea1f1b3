import { upgrade } from "@muejam/prose/upgrade";
import { useEffect, useState } from "react";
import { useApiClient } from "../../lib/api.ts";
import { type OpenedChapter, openChapter } from "./open-chapter.ts";
import { type Publication, publicationOf } from "./publication.ts";

export type Opened = OpenedChapter & { publication: Publication };
type State = { opened: Opened } | { error: unknown } | { isTooNew: string } | null;

/** The chapter as it is on the server, with whatever this device still holds. Once: from then on the editor knows best. */
export function useOpenedChapter(chapterId: string, profileId: string | undefined) {
  const client = useApiClient();
  const [state, setState] = useState<State>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (profileId === undefined) return;
    let isOver = false;
    let opened: Opened | undefined;
    const open = async (): Promise<State> => {
      const draft = await client.draft.get.query({ chapterId });
      const read = upgrade(draft.document);
      if (!read.ok) return { isTooNew: read.message };
      // Whoever has left meanwhile claims nothing.
      if (isOver) return null;
      const chapter = await openChapter(client, profileId, draft);
      opened = { ...chapter, publication: publicationOf(draft) };
      if (isOver) await opened.close();
      return { opened };
    };
    void open()
      .catch((error: unknown): State => ({ error }))
      .then((next) => isOver || setState(next));
    return () => {
      isOver = true;
      void opened?.close();
    };
  }, [client, chapterId, profileId, attempt]);
  const retry = () => {
    setState(null);
    setAttempt(attempt + 1);
  };
  return { state, retry };
}

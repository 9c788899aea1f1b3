import type { Profile } from "@muejam/contracts/profile";
import type { ChapterState, OwnStory } from "@muejam/contracts/story";
import { useEffect, useState } from "react";
import { type ApiClient, useApiClient } from "../../lib/api.ts";
import { fetchAs } from "../../lib/fetch-as.ts";
import { useSession } from "../../lib/use-session.ts";
import { NewerText } from "./newer-text.ts";
import type { OpenedChapter } from "./open-chapter.ts";

/** `face` is who writes; `publication` is what readers had of the chapter when it was opened. */
export type Opened = OpenedChapter & {
  story: OwnStory;
  face: Profile;
  number: number | null;
  publication: { state: ChapterState; hasChanges: boolean };
};
type State = { opened: Opened } | { error: unknown } | { isTooNew: string } | null;
type Place = { storyId: string; chapterId: string };

/** As it is on the server, with whatever this device still holds. Once: a session that ends must close nothing. */
export function useOpenedChapter({ storyId, chapterId }: Place) {
  const client = useApiClient();
  const { read, getToken, renew } = useSession();
  const [state, setState] = useState<State>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isOver = false;
    let opened: Opened | undefined;
    const open = async (): Promise<State> => {
      // What merges and keeps weighs much, and nobody needs it before the words are here.
      const [{ draft, ...surroundings }, { openChapter }] = await Promise.all([
        fetchAll(client, { storyId, chapterId }),
        import("./open-chapter.ts"),
      ]);
      // Whoever has left meanwhile claims nothing.
      if (isOver) return null;
      const chapter = await openChapter(
        { client, fetch: fetchAs({ read, getToken, renew }) },
        surroundings.face.id,
        draft,
      );
      const publication = { state: draft.state, hasChanges: draft.hasUnpublishedChanges };
      opened = { ...chapter, ...surroundings, number: draft.number, publication };
      if (isOver) await opened.close();
      return { opened };
    };
    void open()
      .catch((error: unknown): State => (error instanceof NewerText ? { isTooNew: error.message } : { error }))
      .then((next) => isOver || setState(next));
    return () => {
      isOver = true;
      void opened?.close();
    };
  }, [client, read, getToken, renew, storyId, chapterId, attempt]);
  const retry = () => {
    setState(null);
    setAttempt(attempt + 1);
  };
  return { state, retry };
}

async function fetchAll(client: ApiClient, { storyId, chapterId }: Place) {
  const [draft, story, me] = await Promise.all([
    client.draft.get.query({ chapterId }),
    client.story.own.query({ id: storyId }),
    client.account.me.query(),
  ]);
  const face = me.profiles.find(({ id }) => id === me.actingAs);
  if (!face) throw new Error("The profile that speaks is none of its account.");
  return { draft, story, face };
}

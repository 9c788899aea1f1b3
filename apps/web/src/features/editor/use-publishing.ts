import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../lib/api.ts";
import { appErrorOf } from "../../lib/errors.ts";
import type { Desk } from "./desk.ts";
import type { Opened } from "./use-opened-chapter.ts";

export type Publishing = ReturnType<typeof usePublishing>;

/** What readers have of this chapter, and the two acts that change it. */
export function usePublishing({ opened, standing, onPublished }: Desk) {
  const api = useApi();
  const cache = useQueryClient();
  const { chapterId, version } = standing.journal;
  const [given, setGiven] = useState(opened.publication);
  const [shownVersion, setShownVersion] = useState(given.hasChanges ? null : version);
  const become = (next: Opened["publication"], shown: number | null) => {
    setGiven(next);
    setShownVersion(shown);
    void cache.invalidateQueries({ queryKey: api.story.pathKey() });
  };
  const publish = useMutation(
    api.edition.publish.mutationOptions({
      onSuccess: ({ number }, input) => {
        onPublished(number);
        become({ state: "published", hasChanges: false }, input.version);
      },
      onError: (error) => {
        if (appErrorOf(error)?.code === "DRAFT_CHANGED") void opened.autosave.refresh();
      },
    }),
  );
  const takeBack = useMutation(
    api.edition.unpublish.mutationOptions({
      onSuccess: () => {
        publish.reset();
        become({ state: "unpublished", hasChanges: true }, null);
      },
    }),
  );
  const isLive = given.state === "published";
  const hasNews = !isLive || !standing.isSettled || shownVersion !== version;
  return {
    state: given.state,
    isLive,
    hasNews,
    published: publish.data,
    isBusy: publish.isPending || takeBack.isPending,
    error: publish.error ?? takeBack.error,
    publish: (isMinor: boolean) => publish.mutate({ chapterId, version, isMinor }),
    takeBack: () => {
      if (!takeBack.isPending) takeBack.mutate({ chapterId });
    },
    reset: () => {
      publish.reset();
      takeBack.reset();
    },
  };
}

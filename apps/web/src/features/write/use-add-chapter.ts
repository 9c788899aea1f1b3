import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useApi } from "../../lib/api.ts";
import { newUuid } from "../../lib/uuid.ts";

/** Its name stays until there is a chapter of that name: pressing again adds no second one. */
export function useAddChapter(storyId: string) {
  const api = useApi();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(() => newUuid());
  const adding = useMutation(
    api.story.addChapter.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: api.story.ownChapters.pathKey() });
        void navigate({ to: "/write/$storyId/$chapterId", params: { storyId, chapterId: id } });
      },
    }),
  );
  return {
    add: () => adding.mutate({ id, storyId, title: "" }),
    isBusy: adding.isPending || adding.isSuccess,
    error: adding.error,
  };
}

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi, useApiClient } from "../../lib/api.ts";

export function useHistory(chapterId: string) {
  const api = useApi();
  const draft = useQuery(api.draft.get.queryOptions({ chapterId }));
  const points = useInfiniteQuery(
    api.draft.revisions.infiniteQueryOptions(
      { chapterId, limit: 50 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  return { draft, points };
}

export type Points = ReturnType<typeof useHistory>["points"];

/** What is kept and what is brought back stands in the list at once. */
export function useLookAgain() {
  const [api, queries] = [useApi(), useQueryClient()];
  return () => queries.invalidateQueries(api.draft.pathFilter());
}

export function useRestore(chapterId: string) {
  const [client, lookAgain] = [useApiClient(), useLookAgain()];
  return useMutation({
    networkMode: "always",
    mutationFn: async (revisionId: string) => {
      // Over what stands there at this moment, and over nothing that came in between.
      const { version } = await client.draft.get.query({ chapterId });
      return client.draft.restore.mutate({ chapterId, revisionId, version });
    },
    onSuccess: lookAgain,
  });
}

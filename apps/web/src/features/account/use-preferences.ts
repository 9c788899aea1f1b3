import type { Preferences } from "@muejam/contracts/account";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { explain } from "../../lib/refusal-messages.ts";

/** One change after another: each names all that is chosen, so the last one said is the one that holds. */
export function usePreferences() {
  const api = useApi();
  const cache = useQueryClient();
  const change = useMutation(
    api.account.setPreferences.mutationOptions({
      scope: { id: "preferences" },
      onSuccess: (preferred) => {
        cache.setQueryData(api.account.me.queryKey(), (me) => me && { ...me, ...preferred });
        // What one may see hangs on it.
        void cache.invalidateQueries(api.story.pathFilter());
      },
    }),
  );
  return {
    set: (given: Preferences, onDone?: () => void, onFail?: () => void) =>
      change.mutate(given, { ...(onDone && { onSuccess: onDone }), ...(onFail && { onError: onFail }) }),
    isBusy: change.isPending,
    isSaved: change.isSuccess,
    fault: change.error && explain(change.error),
  };
}

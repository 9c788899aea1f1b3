import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import type { Act } from "./rules.ts";

/** A face is named by its handle, and meant by its id: what it is called may change in between. */
export function useFaceAct() {
  const { badge, profile } = useApi();
  const cache = useQueryClient();
  const hold = useMutation(profile.hold.mutationOptions());
  const verify = useMutation(badge.setVerified.mutationOptions());
  return useMutation({
    mutationFn: async (given: Act) => {
      const { act, handle, purpose } = given;
      const { id } = await cache.fetchQuery(profile.view.queryOptions({ handle }, { staleTime: 0 }));
      if (act === "hold" || act === "release") await hold.mutateAsync({ id, isHeld: act === "hold", purpose });
      else await verify.mutateAsync({ profileId: id, isVerified: act === "verify", purpose });
      return given;
    },
    onSuccess: () => void cache.invalidateQueries(),
  });
}

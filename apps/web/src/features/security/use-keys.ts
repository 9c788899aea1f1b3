import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useLookAgain } from "./use-look-again.ts";

/** One's keys, and what one may do with them; each list is read anew after an act. */
export function useKeys() {
  const api = useApi();
  const cache = useQueryClient();
  const lookAgain = useLookAgain();
  const keys = useQuery(api.account.listKeys.queryOptions(undefined, { staleTime: 0 }));
  const onSuccess = () => {
    lookAgain();
    void cache.invalidateQueries(api.account.me.queryFilter());
    return cache.invalidateQueries(api.account.listKeys.queryFilter());
  };
  return {
    keys,
    create: useMutation(api.account.createKey.mutationOptions({ onSuccess })),
    rotate: useMutation(api.account.rotateKey.mutationOptions({ onSuccess })),
    revoke: useMutation(api.account.revokeKey.mutationOptions({ onSuccess })),
  };
}

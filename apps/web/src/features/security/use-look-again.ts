import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { lookAtWaysAgain } from "./use-ways.ts";

/** What was just done stands among what happened lately, and there may be one way in more or less. */
export function useLookAgain(): () => void {
  const api = useApi();
  const cache = useQueryClient();
  return () => {
    void cache.invalidateQueries(api.account.securityEvents.infiniteQueryFilter());
    lookAtWaysAgain(cache);
  };
}

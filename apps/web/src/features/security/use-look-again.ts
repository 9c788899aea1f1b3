import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";

/** What was just done stands among what happened lately. */
export function useLookAgain(): () => void {
  const api = useApi();
  const cache = useQueryClient();
  return () => void cache.invalidateQueries(api.account.securityEvents.infiniteQueryFilter());
}

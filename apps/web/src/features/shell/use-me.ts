import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";

/** Whoever is signed in, and as which of their faces. */
export const useMe = () => useQuery(useApi().account.me.queryOptions(undefined, { staleTime: 60_000 }));

export function useFace() {
  const me = useMe().data;
  return me?.profiles.find(({ id }) => id === me.actingAs);
}

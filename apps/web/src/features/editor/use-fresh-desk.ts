import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useApi } from "../../lib/api.ts";

/** Whoever goes back to the desk finds the title and the words that they have just written. */
export function useFreshDesk(): void {
  const api = useApi();
  const cache = useQueryClient();
  useEffect(() => () => void cache.invalidateQueries({ queryKey: api.story.ownChapters.pathKey() }), [cache, api]);
}

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useApi } from "../../lib/api.ts";
import type { Autosave } from "./autosave.ts";

/** Whoever goes back to the desk finds the title and the words that they have just written. */
export function useFreshDesk(autosave: Autosave): void {
  const api = useApi();
  const cache = useQueryClient();
  useEffect(() => {
    const refresh = () => void cache.invalidateQueries({ queryKey: api.story.ownChapters.pathKey() });
    return () => {
      refresh();
      if (autosave.read().isSettled) return;
      // The last of them are still on their way.
      const stop = autosave.subscribe(() => {
        if (!autosave.read().isSettled) return;
        stop();
        refresh();
      });
    };
  }, [cache, api, autosave]);
}

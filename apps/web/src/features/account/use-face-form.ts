import type { OwnProfile } from "@muejam/contracts/profile";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { messages } from "./messages.ts";

export type Face = Pick<OwnProfile, "displayName" | "handle" | "bio">;

const loadRule = () => import("./rules.ts").then((rules) => rules.face);
const words = messages.face;

/** What readers see of a face, and what it begins with. */
export function useFaceForm(id: string, start: Face, onSaved?: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const update = useMutation(api.profile.update.mutationOptions());
  return useJudgedForm<Face>({
    loadRule,
    start,
    words: {
      displayName: { other: words.name.wrong },
      handle: { other: words.handle.wrong, HANDLE_TAKEN: words.handle.taken },
      bio: { other: words.bio.wrong },
    },
    places: { HANDLE_TAKEN: "handle" },
    send: async (given) => {
      await update.mutateAsync({ id, ...given });
      // Its name stands under stories, in lists and in the bar.
      void cache.invalidateQueries();
      onSaved?.();
    },
  });
}

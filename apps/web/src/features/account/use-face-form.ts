import type { OwnProfile } from "@muejam/contracts/profile";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { m } from "#messages";
import { useApi } from "../../lib/api.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";

export type Face = Pick<OwnProfile, "displayName" | "handle" | "bio">;

const loadRule = () => import("./rules.ts").then((rules) => rules.face);

/** What readers see of a face, and what it begins with. */
export function useFaceForm(id: string, start: Face, onSaved?: () => void) {
  const api = useApi();
  const cache = useQueryClient();
  const update = useMutation(api.profile.update.mutationOptions());
  return useJudgedForm<Face>({
    loadRule,
    start,
    words: {
      displayName: { other: m.account_face_name_wrong() },
      handle: { other: m.account_face_handle_wrong(), HANDLE_TAKEN: m.account_face_handle_taken() },
      bio: { other: m.account_face_bio_wrong() },
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

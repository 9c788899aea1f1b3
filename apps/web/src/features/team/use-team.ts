import type { Team } from "@muejam/contracts/team";
import { useQueryClient } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";

/** Each act answers with the whole team, as it is now. */
export function useTeamChange() {
  const { team } = useApi();
  const cache = useQueryClient();
  return {
    onSuccess: (changed: Team) => void cache.setQueryData(team.get.queryKey({ storyId: changed.storyId }), changed),
  };
}

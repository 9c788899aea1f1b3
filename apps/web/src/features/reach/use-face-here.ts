import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";

/** How a member stands to a face. `mayAct`: it is known to be somebody else's. */
export function useFaceHere(profileId: string) {
  const { state } = useSession();
  const { social } = useApi();
  const here = useQuery(social.profileHere.queryOptions({ profileId }, { enabled: state === "member" })).data;
  return { here, mayAct: here?.isOwn === false };
}

import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { isGone } from "../../lib/public-page.ts";
import { useSession } from "../../lib/use-session.ts";

/** How a member stands to a face. `mayAct`: it is known to be somebody else's. `isHidden`: to them it is not there. */
export function useFaceHere(profileId: string) {
  const { state } = useSession();
  const { social } = useApi();
  const asked = useQuery(social.profileHere.queryOptions({ profileId }, { enabled: state === "member" }));
  return { here: asked.data, mayAct: asked.data?.isOwn === false, isHidden: isGone(asked.error) };
}

import type { Position } from "@muejam/contracts/reading";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { isGone } from "../../lib/public-page.ts";
import { useSession } from "../../lib/use-session.ts";

/** `isKnown`: it is certain by now, also that there is none. `isOthers`: a member looks at what they have no part in. `isHidden`: to them it is not there. */
export type Stand = { position: Position | null; isKnown: boolean; isOthers: boolean; isHidden: boolean };

/** Where a member is in a story; asked for once the page stands, since it is the same for everybody till then. */
export function usePosition(ref: string): Stand {
  const { state } = useSession();
  const here = useQuery(useApi().reading.storyHere.queryOptions({ ref }, { enabled: state === "member" }));
  const isKnown = state === "visitor" || !here.isPending;
  const isOthers = here.data?.isTeam === false;
  return { position: here.data?.position ?? null, isKnown, isOthers, isHidden: isGone(here.error) };
}

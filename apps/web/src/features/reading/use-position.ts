import type { Position } from "@muejam/contracts/reading";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";

/** `isKnown`: it is certain by now, also that there is none. `isOthers`: a member looks at what they have no part in. */
export type Stand = { position: Position | null; isKnown: boolean; isOthers: boolean };

/** Where a member is in a story; asked for once the page stands, since it is the same for everybody till then. */
export function usePosition(ref: string): Stand {
  const { state } = useSession();
  const here = useQuery(useApi().reading.storyHere.queryOptions({ ref }, { enabled: state === "member" }));
  const isKnown = state === "visitor" || !here.isPending;
  return { position: here.data?.position ?? null, isKnown, isOthers: here.data?.isTeam === false };
}

import type { Position } from "@muejam/contracts/reading";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useSession } from "../../lib/use-session.ts";

/** `isKnown`: it is certain by now, also that there is none. */
export type Stand = { position: Position | null; isKnown: boolean };

/** Where a member is in a story; asked for once the page stands, since it is the same for everybody till then. */
export function usePosition(ref: string): Stand {
  const { state } = useSession();
  const here = useQuery(useApi().reading.storyHere.queryOptions({ ref }, { enabled: state === "member" }));
  return { position: here.data?.position ?? null, isKnown: state === "visitor" || !here.isPending };
}

import type { Ways } from "@muejam/contracts/ways";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";

const key = ["account", "ways"];

/** How whoever is signed in shows that it is them: nobody is asked for what they do not have. */
export function useWays(): Ways | undefined {
  const { sessionId, ...caller } = useSession();
  const { data } = useQuery({
    queryKey: [key, sessionId],
    queryFn: async (): Promise<Ways> => (await askAuthAs(caller, "ways")).json(),
    staleTime: 0,
    // Where Clerk signs people in, it knows.
    enabled: caller.meetClerk === null,
  });
  return data;
}

export const lookAtWaysAgain = (cache: QueryClient): void => void cache.invalidateQueries({ queryKey: [key] });

import type { FactorView } from "@muejam/contracts/second-factor";
import { useQuery } from "@tanstack/react-query";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";

/** The second step as the issuer's own door tells it, and what is asked there. */
export function useFactor() {
  const { sessionId, ...caller } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [["account", "second-factor"], sessionId],
    queryFn: async (): Promise<FactorView> => (await askAuthAs(caller, "second-factor")).json(),
    staleTime: 0,
  });
  const act = (what: string, given: object) => askAuthAs(caller, `second-factor/${what}`, given);
  return { factor: data, error, look: () => void refetch(), act };
}
export type ActOnFactor = ReturnType<typeof useFactor>["act"];

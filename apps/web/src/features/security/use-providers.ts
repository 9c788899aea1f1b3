import type { ProviderBegun, ProviderList, ProviderName } from "@muejam/contracts/provider";
import { useQuery } from "@tanstack/react-query";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";
import type { Proven } from "./use-proof.tsx";

/** What signs in to this account besides its password. */
export function useProviders(proven: Proven) {
  const { sessionId, ...caller } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [["account", "providers"], sessionId],
    queryFn: async (): Promise<ProviderList> => (await askAuthAs(caller, "providers")).json(),
    staleTime: 0,
  });
  return {
    list: data,
    error,
    look: () => void refetch(),
    /** The browser leaves; it comes back to the same settings. */
    async connect(provider: ProviderName): Promise<void> {
      const begun = await proven(() => askAuthAs(caller, "providers/begin", { provider }));
      const { url }: ProviderBegun = await begun.json();
      location.assign(url);
    },
    async disconnect(provider: ProviderName): Promise<void> {
      await proven(() => askAuthAs(caller, "providers/unlink", { provider }));
    },
  };
}
export type Providers = ReturnType<typeof useProviders>;

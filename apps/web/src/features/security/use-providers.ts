import type { ProviderBegun, ProviderList, ProviderName } from "@muejam/contracts/provider";
import { useQuery } from "@tanstack/react-query";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";

type Act = { provider: ProviderName; password: string };

/** What signs in to this account besides its password. Who signed in within ten minutes need not give that once more. */
export function useProviders() {
  const { sessionId, adopt, ...caller } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [["account", "providers"], sessionId],
    queryFn: async (): Promise<ProviderList> => (await askAuthAs(caller, "providers")).json(),
    staleTime: 0,
  });
  const go = async (how: "begin" | "prove", provider: ProviderName) => {
    const { url }: ProviderBegun = await (await askAuthAs(caller, `providers/${how}`, { provider })).json();
    location.assign(url);
  };
  const proven = async (password: string) => {
    if (password !== "") await adopt(await askAuthAs(caller, "prove", { password }));
  };
  return {
    list: data,
    error,
    look: () => void refetch(),
    /** The browser leaves; it comes back to the same settings. */
    async connect({ provider, password }: Act): Promise<void> {
      await proven(password);
      await go("begin", provider);
    },
    /** In place of a password that somebody does not have. */
    prove: (provider: ProviderName): Promise<void> => go("prove", provider),
    async disconnect({ provider, password }: Act): Promise<void> {
      await proven(password);
      await askAuthAs(caller, "providers/unlink", { provider });
    },
  };
}
export type Providers = ReturnType<typeof useProviders>;

import type { PasskeyBegun, PasskeyList, PasskeyView } from "@muejam/contracts/passkey";
import { useQuery } from "@tanstack/react-query";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { makePasskey } from "../../lib/passkeys.ts";
import { useSession } from "../../lib/use-session.ts";
import type { Proven } from "./use-proof.tsx";

export function usePasskeys(proven: Proven) {
  const { sessionId, ...caller } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [["account", "passkeys"], sessionId],
    queryFn: async (): Promise<PasskeyList> => (await askAuthAs(caller, "passkeys")).json(),
    staleTime: 0,
  });
  return {
    passkeys: data?.passkeys,
    error,
    look: () => void refetch(),
    /** False when the device made none. */
    async add({ name, code }: { name: string; code?: string | undefined }): Promise<boolean> {
      const asked = await proven(() => askAuthAs(caller, "passkeys/begin", { code }));
      const begun: PasskeyBegun = await asked.json();
      const made = await makePasskey(begun.options);
      if (made) await askAuthAs(caller, "passkeys", { ticket: begun.ticket, name, made });
      return made !== null;
    },
    async rename(given: Pick<PasskeyView, "id" | "name">): Promise<void> {
      await askAuthAs(caller, "passkeys/rename", given);
    },
    async remove(id: string): Promise<void> {
      await proven(() => askAuthAs(caller, "passkeys/remove", { id }));
    },
  };
}
export type Passkeys = ReturnType<typeof usePasskeys>;

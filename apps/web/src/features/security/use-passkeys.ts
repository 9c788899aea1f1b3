import type { PasskeyBegun, PasskeyList, PasskeyView } from "@muejam/contracts/passkey";
import { useQuery } from "@tanstack/react-query";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { makePasskey } from "../../lib/passkeys.ts";
import { useSession } from "../../lib/use-session.ts";

type Proof = { password: string };

/** Somebody's passkeys. Who signed in within ten minutes need not give the password once more. */
export function usePasskeys() {
  const { sessionId, adopt, ...caller } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [["account", "passkeys"], sessionId],
    queryFn: async (): Promise<PasskeyList> => (await askAuthAs(caller, "passkeys")).json(),
    staleTime: 0,
  });
  const proven = async ({ password }: Proof) => {
    if (password !== "") await adopt(await askAuthAs(caller, "prove", { password }));
  };
  return {
    passkeys: data?.passkeys,
    error,
    look: () => void refetch(),
    /** False when the device made none. */
    async add({ name, code, ...proof }: Proof & { name: string; code?: string | undefined }): Promise<boolean> {
      await proven(proof);
      const begun: PasskeyBegun = await (await askAuthAs(caller, "passkeys/begin", { code })).json();
      const made = await makePasskey(begun.options);
      if (made) await askAuthAs(caller, "passkeys", { ticket: begun.ticket, name, made });
      return made !== null;
    },
    async rename(given: Pick<PasskeyView, "id" | "name">): Promise<void> {
      await askAuthAs(caller, "passkeys/rename", given);
    },
    async remove({ id, ...proof }: Proof & Pick<PasskeyView, "id">): Promise<void> {
      await proven(proof);
      await askAuthAs(caller, "passkeys/remove", { id });
    },
  };
}
export type Passkeys = ReturnType<typeof usePasskeys>;

import type { PasskeyBegun } from "@muejam/contracts/passkey";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { askAuth } from "../../lib/auth-door.ts";
import { canOfferQuietly, givePasskey, hasPasskeys } from "../../lib/passkeys.ts";
import { useSession } from "../../lib/use-session.ts";

const never = () => () => undefined;

/** Signing in with a passkey: alone, or with the password's ticket in place of a code. */
export function usePasskey({ step, isQuiet = false }: { step?: string; isQuiet?: boolean } = {}) {
  const { enterWithPasskey } = useSession();
  const waiting = useRef<AbortController>(null);
  const isOffered = useSyncExternalStore(never, hasPasskeys, () => false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (mediation: CredentialMediationRequirement) => {
      // A browser holds one question at a time.
      waiting.current?.abort();
      const asking = new AbortController();
      waiting.current = asking;
      const { ticket, options }: PasskeyBegun = await (await askAuth("sign-in/passkey/begin", { step })).json();
      const given = await givePasskey(options, { mediation, signal: asking.signal });
      if (given) await enterWithPasskey({ ticket, given });
    },
    networkMode: "always",
  });
  useEffect(() => {
    if (!isQuiet) return;
    let isGone = false;
    void canOfferQuietly().then((can) => can && !isGone && mutate("conditional"));
    return () => {
      isGone = true;
      waiting.current?.abort();
    };
  }, [isQuiet, mutate]);
  return { isOffered, isBusy: isPending, error, ask: () => mutate("optional") };
}

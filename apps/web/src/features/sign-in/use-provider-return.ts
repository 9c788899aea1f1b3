import type { ProviderLinked } from "@muejam/contracts/provider";
import type { CodeAsked } from "@muejam/contracts/second-factor";
import type { Access } from "@muejam/contracts/sign-in";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";

/** Somebody comes back from another service. What it gave them works once, so it is sent once. */
export function useProviderReturn(provider: string) {
  const { adopt, ...caller } = useSession();
  const [came] = useState(readReturn);
  const isSent = useRef(false);
  const { mutate, data, error } = useMutation({
    mutationFn: async () => {
      const answer = await askAuthAs(caller, "sign-in/provider", { provider, ...came });
      const told: Access | CodeAsked | ProviderLinked = await answer.clone().json();
      if ("accessToken" in told) await adopt(answer);
      return told;
    },
    networkMode: "always",
  });
  useEffect(() => {
    if (came === null || isSent.current) return;
    isSent.current = true;
    mutate();
  }, [came, mutate]);
  return { told: data, error, isDeclined: came === null, again: () => mutate() };
}

/** Null for whoever said no there, and for whoever only came by. It stands behind the hash, where no router reads it. */
function readReturn(): { state: string; code: string } | null {
  const said = new URLSearchParams(location.hash.slice(1));
  const [state, code] = [said.get("state"), said.get("code")];
  return state && code ? { state, code } : null;
}

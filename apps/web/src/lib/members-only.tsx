import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useSession } from "./use-session.ts";

/** Whoever is not signed in does that first, and comes back. `staysOpen`: a session that ends here closes nothing. */
export function MembersOnly({ staysOpen = false, children }: { staysOpen?: boolean; children: ReactNode }) {
  const { state } = useSession();
  const router = useRouter();
  const [wasMember] = useState(state === "member");
  const isOpen = state === "member" || (staysOpen && wasMember);
  const mustSignIn = !isOpen && state === "visitor";
  useEffect(() => {
    const next = router.latestLocation.href;
    if (mustSignIn) void router.navigate({ to: "/sign-in", search: { next }, replace: true });
  }, [mustSignIn, router]);
  return isOpen ? children : null;
}

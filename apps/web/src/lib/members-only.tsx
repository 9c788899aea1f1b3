import { Navigate, useRouter } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useSession } from "./use-session.ts";

/** Whoever is not signed in does that first, and comes back. `staysOpen`: a session that ends here closes nothing. */
export function MembersOnly({ staysOpen = false, children }: { staysOpen?: boolean; children: ReactNode }) {
  const { state } = useSession();
  const [wasMember] = useState(state === "member");
  if (state === "member" || (staysOpen && wasMember)) return children;
  return state === "visitor" ? <ToSignIn /> : null;
}

function ToSignIn() {
  const { state } = useRouter();
  // Of the beginning: while the next page is on its way, its own address stands there.
  const [next] = useState(() => state.location.href);
  return <Navigate to="/sign-in" search={{ next }} replace />;
}

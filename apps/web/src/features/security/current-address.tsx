import type { ByEmail } from "@muejam/contracts/sign-in";
import { useQuery } from "@tanstack/react-query";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { useSession } from "../../lib/use-session.ts";

/** What somebody signs in with now; its line is kept free until it is known. */
export function CurrentAddress() {
  const { sessionId, ...caller } = useSession();
  const { data } = useQuery({
    queryKey: [["account", "address"], sessionId],
    queryFn: async (): Promise<ByEmail> => (await askAuthAs(caller, "address")).json(),
  });
  return <p className="min-h-6 wrap-anywhere">{data ? m.security_address_now({ email: data.email }) : null}</p>;
}

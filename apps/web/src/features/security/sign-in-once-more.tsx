import { Button } from "@muejam/ui/button";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";

/** For whoever has nothing at hand here that could be asked for. */
export function SignInOnceMore() {
  const { signOut } = useSession();
  return (
    <>
      <p className="mb-4">{m.security_proof_again()}</p>
      <Button weight="main" onClick={() => void signOut()}>
        {m.security_proof_sign_in()}
      </Button>
    </>
  );
}

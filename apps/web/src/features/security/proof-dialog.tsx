import { Dialog } from "@muejam/ui/dialog";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";
import { ProofWays } from "./proof-ways.tsx";
import { SignInOnceMore } from "./sign-in-once-more.tsx";
import { useWays } from "./use-ways.ts";

type ProofDialogProps = { isOpen: boolean; onProven: () => void; onClose: () => void };

export function ProofDialog({ isOpen, onProven, onClose }: ProofDialogProps) {
  const { meetClerk } = useSession();
  // Known before it opens, so that focus finds what to begin with.
  useWays();
  return (
    <Dialog title={m.security_proof_title()} isOpen={isOpen} onClose={onClose}>
      {meetClerk === null ? <ProofWays onProven={onProven} onCancel={onClose} /> : <SignInOnceMore />}
    </Dialog>
  );
}

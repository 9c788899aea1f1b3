import { Dialog } from "@muejam/ui/dialog";
import { Waiting } from "@muejam/ui/skeleton";
import { lazy, Suspense } from "react";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";
import { SignInOnceMore } from "./sign-in-once-more.tsx";
import { useWays } from "./use-ways.ts";

/** Few are ever asked. */
const ProofWays = lazy(async () => ({ default: (await import("./proof-ways.tsx")).ProofWays }));

type ProofDialogProps = { isOpen: boolean; onProven: () => void; onClose: () => void };

export function ProofDialog({ isOpen, onProven, onClose }: ProofDialogProps) {
  const { meetClerk } = useSession();
  // Known before it opens, so that focus finds what to begin with.
  useWays();
  return (
    <Dialog title={m.security_proof_title()} isOpen={isOpen} onClose={onClose}>
      {meetClerk === null ? (
        <Suspense fallback={<Waiting />}>
          <ProofWays onProven={onProven} onCancel={onClose} />
        </Suspense>
      ) : (
        <SignInOnceMore />
      )}
    </Dialog>
  );
}

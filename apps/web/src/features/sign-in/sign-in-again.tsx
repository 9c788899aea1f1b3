import { Dialog } from "@muejam/ui/dialog";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { m } from "#messages";
import { useSession } from "../../lib/use-session.ts";
import type { DoorProps } from "./door.tsx";
import { SignInSteps } from "./sign-in-page.tsx";

/** `name`: whose page it is. What stands on it stays while somebody signs in over it. */
export type SignInAgainProps = { name: string; onClose: () => void };

export function SignInAgain({ name, onClose }: SignInAgainProps) {
  const { sessionId } = useSession();
  const [former] = useState(sessionId);
  useEffect(() => {
    if (sessionId !== null && sessionId !== former) onClose();
  }, [sessionId, former, onClose]);
  const frame = ({ title, body, children }: DoorProps) => (
    <Dialog title={title} isOpen onClose={onClose}>
      {body ? <p className="mb-5 text-ink-2 wrap-anywhere">{body}</p> : null}
      {children}
    </Dialog>
  );
  // An account elsewhere is the one way in that leads away, and back; the words wait in their journal.
  const next = useRouter().latestLocation.href;
  const first = { title: m.sign_in_again_title(), body: m.sign_in_again_body({ name }) };
  return <SignInSteps isInside {...{ next, first, frame }} />;
}

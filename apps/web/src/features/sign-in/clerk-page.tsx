import { useCallback } from "react";
import { m } from "#messages";
import type { Clerk } from "../../lib/clerk.ts";
import { clerkLook } from "../../lib/clerk-look.ts";
import { useSession } from "../../lib/use-session.ts";
import { ClerkPlace } from "./clerk-place.tsx";
import { Door } from "./door.tsx";
import { GoOn } from "./go-on.tsx";

const acts = { "sign-in": ["mountSignIn", "unmountSignIn"], "sign-up": ["mountSignUp", "unmountSignUp"] } as const;

type ClerkPageProps = { kind: keyof typeof acts; next: string | undefined };

/** The door where Clerk signs people in, with the form that Clerk makes. */
export function ClerkPage({ kind, next }: ClerkPageProps) {
  const { state } = useSession();
  const put = useCallback(
    (clerk: Clerk, place: HTMLDivElement) => {
      const [mount, unmount] = acts[kind];
      const search = next === undefined ? "" : `?next=${encodeURIComponent(next)}`;
      clerk[mount](place, {
        appearance: clerkLook(),
        routing: "hash",
        forceRedirectUrl: next ?? "/",
        signInUrl: `/sign-in${search}`,
        signUpUrl: `/sign-up${search}`,
      });
      return () => clerk[unmount](place);
    },
    [kind, next],
  );
  if (state === "member") return <GoOn to={next} />;
  return (
    <Door title={kind === "sign-in" ? m.sign_in_sign_in_title() : m.sign_in_sign_up_title()}>
      <ClerkPlace put={put} />
    </Door>
  );
}

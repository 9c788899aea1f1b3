import { createFileRoute } from "@tanstack/react-router";
import { ClerkPage } from "../features/sign-in/clerk-doors.tsx";
import { SignInPage } from "../features/sign-in/sign-in-page.tsx";
import { innerPath } from "../lib/inner-path.ts";
import { useSession } from "../lib/use-session.ts";

export const Route = createFileRoute("/sign-in")({
  staticData: { hasOwnFrame: true },
  validateSearch: (search): { next?: string | undefined } => ({ next: innerPath(search["next"]) }),
  component: Page,
});

function Page() {
  const { next } = Route.useSearch();
  const { meetClerk } = useSession();
  return meetClerk ? <ClerkPage kind="sign-in" next={next} /> : <SignInPage next={next} />;
}

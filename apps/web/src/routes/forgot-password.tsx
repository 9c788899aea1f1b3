import { createFileRoute } from "@tanstack/react-router";
import { ForgotPasswordPage } from "../features/sign-in/forgot-password-page.tsx";
import { GoOn } from "../features/sign-in/go-on.tsx";
import { useSession } from "../lib/use-session.ts";

export const Route = createFileRoute("/forgot-password")({
  staticData: { hasOwnFrame: true },
  component: Page,
});

function Page() {
  const { meetClerk } = useSession();
  return meetClerk ? <GoOn to="/sign-in" /> : <ForgotPasswordPage />;
}

import { createFileRoute } from "@tanstack/react-router";
import { GoOn } from "../features/sign-in/go-on.tsx";
import { ResetPasswordPage } from "../features/sign-in/reset-password-page.tsx";
import { useSession } from "../lib/use-session.ts";

export const Route = createFileRoute("/reset-password")({
  staticData: { hasOwnFrame: true },
  validateSearch: ({ token }): { token?: string | undefined } => ({
    token: typeof token === "string" ? token : undefined,
  }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  const { meetClerk } = useSession();
  return meetClerk ? <GoOn to="/sign-in" /> : <ResetPasswordPage token={token} />;
}

import { createFileRoute } from "@tanstack/react-router";
import { ResetPasswordPage } from "../features/sign-in/reset-password-page.tsx";

export const Route = createFileRoute("/reset-password")({
  staticData: { hasOwnFrame: true },
  validateSearch: ({ token }): { token?: string | undefined } => ({
    token: typeof token === "string" ? token : undefined,
  }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  return <ResetPasswordPage token={token} />;
}

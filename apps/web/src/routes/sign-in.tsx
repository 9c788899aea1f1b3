import { createFileRoute } from "@tanstack/react-router";
import { SignInPage } from "../features/sign-in/sign-in-page.tsx";
import { innerPath } from "../lib/inner-path.ts";

export const Route = createFileRoute("/sign-in")({
  staticData: { hasOwnFrame: true },
  validateSearch: (search): { next?: string | undefined } => ({ next: innerPath(search["next"]) }),
  component: Page,
});

function Page() {
  const { next } = Route.useSearch();
  return <SignInPage next={next} />;
}

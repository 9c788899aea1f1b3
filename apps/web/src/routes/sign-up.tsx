import { createFileRoute } from "@tanstack/react-router";
import { SignUpPage } from "../features/sign-in/sign-up-page.tsx";
import { innerPath } from "../lib/inner-path.ts";

export const Route = createFileRoute("/sign-up")({
  staticData: { hasOwnFrame: true },
  validateSearch: (search): { next?: string | undefined } => ({ next: innerPath(search["next"]) }),
  component: Page,
});

function Page() {
  const { next } = Route.useSearch();
  return <SignUpPage next={next} />;
}

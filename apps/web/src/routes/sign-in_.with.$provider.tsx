import { createFileRoute } from "@tanstack/react-router";
import { ProviderPage } from "../features/sign-in/provider-page.tsx";

export const Route = createFileRoute("/sign-in_/with/$provider")({
  staticData: { hasOwnFrame: true },
  component: Page,
});

function Page() {
  const { provider } = Route.useParams();
  return <ProviderPage provider={provider} />;
}

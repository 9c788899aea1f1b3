import { createFileRoute } from "@tanstack/react-router";
import { OwnPage } from "../features/account/own-page.tsx";
import { KinPage } from "../features/heir/kin-page.tsx";
import { MembersOnly } from "../lib/members-only.tsx";

export const Route = createFileRoute("/next-of-kin")({
  validateSearch: ({ token }): { token?: string | undefined } => ({
    token: typeof token === "string" ? token : undefined,
  }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  return (
    <MembersOnly>
      <OwnPage>{(me) => <KinPage me={me} token={token} />}</OwnPage>
    </MembersOnly>
  );
}

import { createFileRoute } from "@tanstack/react-router";
import { AccountFacts } from "../features/account/account-facts.tsx";
import { OwnPage } from "../features/account/own-page.tsx";
import { TransferOffer } from "../features/security/transfer-offer.tsx";
import { PartPage } from "../features/settings/part-page.tsx";

export const Route = createFileRoute("/settings/account")({
  component: () => (
    <PartPage of="/settings/account">
      <TransferOffer />
      <OwnPage>{(me) => <AccountFacts me={me} />}</OwnPage>
    </PartPage>
  ),
});

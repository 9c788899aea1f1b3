import { FaultNotice } from "@muejam/ui/notice";
import { SettingsSection } from "@muejam/ui/settings-section";
import { Waiting } from "@muejam/ui/skeleton";
import { useState } from "react";
import { m } from "#messages";
import { offeredProviders } from "../../lib/offered-providers.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { ProviderRow } from "./provider-row.tsx";
import { useLookAgain } from "./use-look-again.ts";
import { useProof } from "./use-proof.tsx";
import { type Providers, useProviders } from "./use-providers.ts";

/** Nothing where this server offers no service, and none was connected in another time. */
export function ProviderSettings() {
  const { proven, dialog } = useProof();
  const providers = useProviders(proven);
  const isAny = offeredProviders().length > 0 || (providers.list?.providers.length ?? 0) > 0;
  if (!isAny) return null;
  return (
    <SettingsSection id="providers" title={m.security_providers_title()} body={m.security_providers_body()}>
      <ProviderPart {...providers} />
      {dialog}
    </SettingsSection>
  );
}

function ProviderPart({ list, error, look, connect, disconnect }: Providers) {
  const lookAgain = useLookAgain();
  const [said, setSaid] = useState("");
  const fault = error ? explain(error) : null;
  if (fault) return <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice>;
  if (!list) return <Waiting />;
  const gone = () => {
    setSaid(m.security_providers_removed());
    look();
    lookAgain();
  };
  return (
    <div className="grid justify-items-start gap-4">
      <ul className="w-full">
        {list.providers.map((view) => (
          <ProviderRow key={view.provider} view={view} connect={connect} disconnect={disconnect} onGone={gone} />
        ))}
      </ul>
      <p role="status" className="text-small text-ink-2 empty:sr-only">
        {said}
      </p>
    </div>
  );
}

import type { ProviderView } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import type { Providers } from "./use-providers.ts";

type ProviderRowProps = Pick<Providers, "connect" | "disconnect"> & { view: ProviderView; onGone: () => void };

export function ProviderRow({ view, connect, disconnect, onGone }: ProviderRowProps) {
  const { provider, isOffered, linkedAt } = view;
  const name = providerTitles[provider];
  const [isAsked, setAsked] = useState(false);
  const going = useMutation({ mutationFn: connect, networkMode: "always" });
  const fault = going.error && explain(going.error);
  return (
    <li className="grid gap-3 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
      <div className="flex items-center justify-between gap-5">
        <div className="min-w-0">
          <p className="font-medium">{name}</p>
          <p className="text-small text-ink-3">
            {linkedAt ? m.security_providers_since({ day: formatDay(linkedAt) }) : m.security_providers_unlinked()}{" "}
            {isOffered ? null : m.security_providers_gone()}
          </p>
        </div>
        {isAsked ? null : linkedAt ? (
          <Button
            onClick={() => setAsked(true)}
            aria-label={m.security_providers_remove_named({ name })}
            className="flex-none"
          >
            {m.security_providers_remove()}
          </Button>
        ) : (
          <Button
            isBusy={going.isPending}
            onClick={() => going.mutate(provider)}
            aria-label={m.security_providers_add_named({ name })}
            className="flex-none"
          >
            {m.security_providers_add()}
          </Button>
        )}
      </div>
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
      {isAsked ? (
        <ConfirmForm
          words={m.security_providers_remove_body({ name })}
          act={m.security_providers_remove_confirm()}
          send={async () => {
            await disconnect(provider);
            setAsked(false);
            onGone();
          }}
          onCancel={() => setAsked(false)}
        />
      ) : null}
    </li>
  );
}

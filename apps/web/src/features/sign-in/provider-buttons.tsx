import type { ProviderBegun, ProviderName } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { askAuth } from "../../lib/auth-door.ts";
import { offeredProviders } from "../../lib/offered-providers.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { keepWayOn } from "./way-on.ts";

/** The ways in by an account elsewhere, where this server offers any. */
export function ProviderButtons({ next }: { next: string | undefined }) {
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: async (provider: ProviderName) => {
      const { url }: ProviderBegun = await (await askAuth("sign-in/provider/begin", { provider })).json();
      keepWayOn(next);
      location.assign(url);
    },
    networkMode: "always",
  });
  const offered = offeredProviders();
  const fault = error ? explain(error) : null;
  if (offered.length === 0) return null;
  return (
    <section aria-label={m.sign_in_provider_ways()} className="mt-6 grid gap-3">
      <p className="door-or text-small text-ink-3">{m.sign_in_provider_or()}</p>
      {offered.map((provider) => (
        <Button
          key={provider}
          onClick={() => mutate(provider)}
          isBusy={isPending && variables === provider}
          className="min-h-11.5 w-full text-talk"
        >
          {m.sign_in_provider_act({ provider: providerTitles[provider] })}
        </Button>
      ))}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </section>
  );
}

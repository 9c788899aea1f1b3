import type { ProviderList, ProviderName } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { explain } from "../../lib/refusal-messages.ts";

type NoPasswordProps = { list: ProviderList; prove: (provider: ProviderName) => Promise<void> };

/** Where these settings ask for a password, whoever came by a service has none to give. */
export function NoPassword({ list, prove }: NoPasswordProps) {
  const { mutate, error, isPending } = useMutation({ mutationFn: prove, networkMode: "always" });
  const own = list.providers.find(({ isOffered, linkedAt }) => isOffered && linkedAt !== null);
  const fault = error ? explain(error) : null;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="text-small text-ink-2">
        {m.security_providers_no_password()}{" "}
        <Link to="/forgot-password" className="link">
          {m.security_providers_choose_password()}
        </Link>
      </p>
      {own ? (
        <Button onClick={() => mutate(own.provider)} isBusy={isPending}>
          {m.security_providers_prove({ name: providerTitles[own.provider] })}
        </Button>
      ) : null}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </div>
  );
}

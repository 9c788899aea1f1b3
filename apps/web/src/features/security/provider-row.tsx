import type { ProviderView } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import { ProofField } from "./proof-field.tsx";
import type { Providers } from "./use-providers.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.proof);

type ProviderRowProps = Pick<Providers, "connect" | "disconnect"> & { view: ProviderView; onGone: () => void };

export function ProviderRow({ view, connect, disconnect, onGone }: ProviderRowProps) {
  const { provider, isOffered, linkedAt } = view;
  const name = providerTitles[provider];
  const [isAsked, setAsked] = useState(false);
  const {
    field,
    empty: _empty,
    ...shown
  } = useJudgedForm({
    loadRule,
    words: { password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() } },
    places: { PASSWORD_WRONG: "password", PROOF_NEEDED: "password" },
    send: async ({ password }) => {
      if (linkedAt === null) return connect({ provider, password });
      await disconnect({ provider, password });
      setAsked(false);
      onGone();
    },
  });
  const { named, act, go } = linkedAt
    ? {
        named: m.security_providers_remove_named({ name }),
        act: m.security_providers_remove(),
        go: m.security_providers_remove_confirm(),
      }
    : {
        named: m.security_providers_add_named({ name }),
        act: m.security_providers_add(),
        go: m.security_providers_go({ name }),
      };
  return (
    <li className="grid gap-3 border-b border-line py-3">
      <div className="flex items-center justify-between gap-5">
        <div className="min-w-0">
          <p className="font-medium">{name}</p>
          <p className="text-small text-ink-3">
            {linkedAt ? m.security_providers_since({ day: formatDay(linkedAt) }) : m.security_providers_unlinked()}{" "}
            {isOffered ? null : m.security_providers_gone()}
          </p>
        </div>
        {isAsked ? null : (
          <Button onClick={() => setAsked(true)} aria-label={named} className="flex-none">
            {act}
          </Button>
        )}
      </div>
      {isAsked ? (
        <ActForm
          {...shown}
          act={go}
          aside={<Button onClick={() => setAsked(false)}>{m.security_factor_cancel()}</Button>}
        >
          <ProofField {...field("password")} />
        </ActForm>
      ) : null}
    </li>
  );
}

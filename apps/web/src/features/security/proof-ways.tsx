import type { PasskeyBegun } from "@muejam/contracts/passkey";
import type { ProviderBegun, ProviderName } from "@muejam/contracts/provider";
import { providerTitles } from "@muejam/contracts/provider-titles";
import { Button } from "@muejam/ui/button";
import { FaultNotice } from "@muejam/ui/notice";
import { Waiting } from "@muejam/ui/skeleton";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { askAuthAs } from "../../lib/ask-auth-as.ts";
import { givePasskey, hasPasskeys } from "../../lib/passkeys.ts";
import { explain } from "../../lib/refusal-messages.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { useSession } from "../../lib/use-session.ts";
import { ActForm } from "./act-form.tsx";
import { SecretField } from "./secret-field.tsx";
import { SignInOnceMore } from "./sign-in-once-more.tsx";
import { useWays } from "./use-ways.ts";

type Asked = { onProven: () => void; onCancel: () => void };

/** What somebody has shows that it is them: a password, a passkey of this device, or a service they came by. */
export function ProofWays({ onProven, onCancel }: Asked) {
  const session = useSession();
  const ways = useWays();
  const byPasskey = useMutation({
    mutationFn: async () => {
      const { ticket, options }: PasskeyBegun = await (await askAuthAs(session, "prove/passkey/begin", {})).json();
      const given = await givePasskey(options);
      if (!given) return;
      await session.adopt(await askAuthAs(session, "prove/passkey", { ticket, given }));
      onProven();
    },
    networkMode: "always",
  });
  const byProvider = useMutation({
    mutationFn: async (provider: ProviderName) => {
      const { url }: ProviderBegun = await (await askAuthAs(session, "providers/prove", { provider })).json();
      location.assign(url);
    },
    networkMode: "always",
  });
  if (!ways) return <Waiting />;
  const hasPasskey = ways.hasPasskey && hasPasskeys();
  if (!ways.hasPassword && !hasPasskey && ways.providers.length === 0) return <SignInOnceMore />;
  const failed = byPasskey.error ?? byProvider.error;
  const fault = failed && explain(failed);
  return (
    <div className="grid gap-4">
      <p>{m.security_proof_body()}</p>
      {ways.hasPassword ? <PasswordProof onProven={onProven} onCancel={onCancel} /> : null}
      <div className="flex flex-wrap gap-3">
        {hasPasskey ? (
          <Button isBusy={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
            {m.security_proof_passkey()}
          </Button>
        ) : null}
        {ways.providers.map((provider) => (
          <Button key={provider} isBusy={byProvider.isPending} onClick={() => byProvider.mutate(provider)}>
            {m.security_proof_provider({ name: providerTitles[provider] })}
          </Button>
        ))}
        {ways.hasPassword ? null : <Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
      </div>
      {ways.providers.length > 0 ? <p className="text-small text-ink-2">{m.security_proof_leaves()}</p> : null}
      {fault ? <FaultNotice reference={fault.reference}>{fault.sentence}</FaultNotice> : null}
    </div>
  );
}

const loadRule = () => import("./rules.ts").then((rules) => rules.proof);

function PasswordProof({ onProven, onCancel }: Asked) {
  const session = useSession();
  const { field, form, fault, isBusy } = useJudgedForm({
    loadRule,
    words: { password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() } },
    places: { PASSWORD_WRONG: "password" },
    send: async (given) => {
      await session.adopt(await askAuthAs(session, "prove", given));
      onProven();
    },
  });
  return (
    <ActForm
      {...{ form, fault, isBusy }}
      act={m.security_proof_act()}
      aside={<Button onClick={onCancel}>{m.security_factor_cancel()}</Button>}
    >
      <SecretField {...field("password")} label={m.security_password_label()} autoComplete="current-password" />
    </ActForm>
  );
}

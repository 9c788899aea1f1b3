import type { PasskeyView } from "@muejam/contracts/passkey";
import { Button } from "@muejam/ui/button";
import { useState } from "react";
import { m } from "#messages";
import { formatDay } from "../../lib/format.ts";
import { useJudgedForm } from "../../lib/use-judged-form.ts";
import { ActForm } from "./act-form.tsx";
import { ProofField } from "./proof-field.tsx";
import type { Passkeys } from "./use-passkeys.ts";

const loadRule = () => import("./rules.ts").then((rules) => rules.proof);

type PasskeyRowProps = { passkey: PasskeyView; remove: Passkeys["remove"]; onDone: () => void };

export function PasskeyRow({ passkey, remove, onDone }: PasskeyRowProps) {
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [isAsked, setAsked] = useState(false);
  const {
    field,
    empty: _empty,
    ...shown
  } = useJudgedForm({
    loadRule,
    words: { password: { other: m.security_password_missing(), PASSWORD_WRONG: m.security_password_is_wrong() } },
    places: { PASSWORD_WRONG: "password", PROOF_NEEDED: "password" },
    send: async (proof) => {
      await remove({ id, ...proof });
      onDone();
    },
  });
  return (
    <li className="grid gap-3 border-b border-line py-3">
      <div className="flex items-center justify-between gap-5">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{name}</p>
          <p className="text-small text-ink-3">
            {m.security_passkeys_since({ day: formatDay(createdAt) })}{" "}
            {lastUsedAt ? m.security_passkeys_used({ day: formatDay(lastUsedAt) }) : m.security_passkeys_unused()}
          </p>
        </div>
        {isAsked ? null : (
          <Button
            onClick={() => setAsked(true)}
            aria-label={m.security_passkeys_remove_named({ name })}
            className="flex-none"
          >
            {m.security_passkeys_remove()}
          </Button>
        )}
      </div>
      {isAsked ? (
        <ActForm
          {...shown}
          act={m.security_passkeys_remove_confirm()}
          aside={<Button onClick={() => setAsked(false)}>{m.security_factor_cancel()}</Button>}
        >
          <ProofField {...field("password")} />
        </ActForm>
      ) : null}
    </li>
  );
}
